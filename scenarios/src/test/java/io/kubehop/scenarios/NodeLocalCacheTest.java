package io.kubehop.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpFamily;
import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.scenarios.connection.Connection;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** NodeLocal DNSCache, from its manifest as it is published. */
class NodeLocalCacheTest {
  private static final String BLOCK =
      """
          errors
          cache 30
          reload
          loop
          bind __PILLAR__LOCAL__DNS__ __PILLAR__DNS__SERVER__
      """;
  private static final String MANIFEST =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: kube-dns-upstream, namespace: kube-system}
      spec:
        selector: {k8s-app: kube-dns}
        ports: [{name: dns, port: 53, protocol: UDP}, {name: dns-tcp, port: 53}]
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: node-local-dns, namespace: kube-system}
      data:
        Corefile: |
          __PILLAR__DNS__DOMAIN__:53 {
          BLOCK
              forward . __PILLAR__CLUSTER__DNS__ {
                  force_tcp
              }
              health __PILLAR__LOCAL__DNS__:8080
          }
          .:53 {
          BLOCK
              forward . __PILLAR__UPSTREAM__SERVERS__
          }
      ---
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: node-local-dns, namespace: kube-system}
      spec:
        selector: {matchLabels: {k8s-app: node-local-dns}}
        template:
          metadata: {labels: {k8s-app: node-local-dns}}
          spec:
            hostNetwork: true
            dnsPolicy: Default
            containers:
            - name: node-cache
              image: registry.k8s.io/dns/k8s-dns-node-cache:1.26.4
              args: [-localip, "__PILLAR__LOCAL__DNS__,__PILLAR__DNS__SERVER__", -conf, /etc/Corefile, -upstreamsvc, kube-dns-upstream]
              ports: [{containerPort: 53, protocol: UDP}, {containerPort: 53}, {containerPort: 9253}]
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {clusterIP: 10.96.0.12, ports: [{port: 80}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web-0, namespace: shop}
      spec: {nodeName: node-b, containers: [{name: web, image: web}]}
      """
          .replace("    BLOCK\n", BLOCK.indent(4));

  private static final String KUBELETS =
      """
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: kubelet-config, namespace: kube-system}
      data:
        kubelet: |
          apiVersion: kubelet.config.k8s.io/v1beta1
          kind: KubeletConfiguration
          clusterDNS: [169.254.20.10]
      """;

  private static final String NAME = "cart.shop.svc.cluster.local.";

  @Test
  void pods_ask_the_address_that_they_always_asked_and_their_node_answers() {
    ClusterSimulation cluster = ClusterSimulation.fromYaml(MANIFEST);
    LookupResult first = cluster.resolve("pod/shop/web-0", NAME, "A");
    LookupResult second = cluster.resolve("pod/shop/web-0", NAME, "A");

    assertThat(LookupResult.texts(first.answers())).containsExactly(NAME + " 5 IN A 10.96.0.12");
    assertThat(first.server()).isEqualTo("10.96.0.10:53");
    assertThat(second.took()).isLessThan(first.took());
    assertThat(cluster.findings()).isEmpty();
  }

  @Test
  void kubelets_can_be_told_of_the_local_address() {
    ClusterSimulation cluster = ClusterSimulation.fromYaml(MANIFEST + KUBELETS);

    LookupResult result = cluster.resolve("pod/shop/web-0", "cart", "A");

    assertThat(result.server()).isEqualTo("169.254.20.10:53");
    assertThat(result.answers()).hasSize(1);
  }

  @Test
  void its_packets_are_not_tracked() {
    ClusterSimulation cluster = ClusterSimulation.fromYaml(MANIFEST);
    cluster.resolve("pod/shop/web-0", NAME, "A");

    Connection connection = cluster.send("pod/shop/web-0", "udp://169.254.20.10:53");

    assertThat(connection.toString()).contains("do not track").contains("delivered");
    assertThat(cluster.rules("node-b", IpFamily.IPV4)).doesNotContain("NOTRACK");
  }

  @Test
  void without_it_the_address_is_that_of_the_service_again() {
    ClusterSimulation cluster = ClusterSimulation.fromYaml(MANIFEST);
    cluster.resolve("pod/shop/web-0", NAME, "A");
    cluster.delete("DaemonSet/kube-system/node-local-dns");
    cluster.advance(Duration.ofMinutes(2));

    assertThat(cluster.resolve("pod/shop/web-0", NAME, "A").answers()).hasSize(1);
  }
}
