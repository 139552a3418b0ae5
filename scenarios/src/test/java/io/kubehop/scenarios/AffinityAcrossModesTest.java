package io.kubehop.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.SocketAddress;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.file.ManifestInputs;
import io.kubehop.scenarios.file.Scenario;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A client with affinity to an endpoint that goes, as seen from a Pod of node-b. */
class AffinityAcrossModesTest {
  private static final String UDP = "UDP";

  private static final String MANIFESTS =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: client, namespace: shop}
      spec: {nodeName: node-b, containers: [{name: c, image: x}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: log-0, namespace: shop, labels: {app: log}}
      spec: {nodeName: node-a, containers: [{name: c, image: x, ports: [{containerPort: 514, protocol: UDP}]}]}
      status: {podIP: 10.244.0.10}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: log-1, namespace: shop, labels: {app: log}}
      spec: {nodeName: node-b, containers: [{name: c, image: x, ports: [{containerPort: 514, protocol: UDP}]}]}
      status: {podIP: 10.244.1.10}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: log, namespace: shop}
      spec:
        clusterIP: 10.96.0.12
        selector: {app: log}
        sessionAffinity: ClientIP
        ports: [{port: 514, protocol: UDP}]
      """;

  private static final String INTERNALLY_LOCAL =
      MANIFESTS + "  internalTrafficPolicy: Local\n  type: ";

  private static ClusterSimulation start(String manifests, ProxyMode mode) {
    Scenario scenario = new ManifestInputs().addText("affinity", manifests).load();
    return ClusterSimulation.of(scenario.withCluster(scenario.cluster().withForcedMode(mode)));
  }

  private static Connection call(ClusterSimulation cluster, String protocol) {
    String scheme = protocol.toLowerCase(Locale.ROOT);
    return cluster.send("pod/shop/client", scheme + "://10.96.0.12:514");
  }

  private static String chosen(Connection connection) {
    Optional<SocketAddress> endpoint = connection.chosen().get(0);
    return endpoint.map(SocketAddress::toString).orElse(connection.outcome().toString());
  }

  private static String podOf(String endpoint) {
    return endpoint.equals("10.244.0.10:514") ? "shop/log-0" : "shop/log-1";
  }

  /** In ipvs mode the server of a UDP Service is removed, and that of a TCP Service drained. */
  @ParameterizedTest
  @CsvSource({
    "IPTABLES, UDP", "IPVS, UDP", "NFTABLES, UDP",
    "IPTABLES, TCP", "IPVS, TCP", "NFTABLES, TCP"
  })
  void a_client_leaves_an_endpoint_that_is_no_longer_ready_and_stays_with_the_next(
      ProxyMode mode, String protocol) {
    ClusterSimulation cluster = start(MANIFESTS.replace("UDP", protocol), mode);
    String first = chosen(call(cluster, protocol));
    assertThat(chosen(call(cluster, protocol))).isEqualTo(first);

    cluster.ready(podOf(first), false).advance(Duration.ofSeconds(2));
    String second = chosen(call(cluster, protocol));

    assertThat(podOf(second)).isNotEqualTo(podOf(first));
    cluster.ready(podOf(first), true).advance(Duration.ofSeconds(2));
    assertThat(chosen(call(cluster, protocol))).isEqualTo(second);
    assertThat(chosen(call(cluster, protocol))).isEqualTo(second);
  }

  @ParameterizedTest
  @EnumSource(names = {"IPTABLES", "IPVS", "NFTABLES"})
  void no_memory_of_a_client_outlives_the_last_endpoint(ProxyMode mode) {
    ClusterSimulation cluster = start(MANIFESTS, mode);
    call(cluster, UDP);

    cluster.delete("Pod/shop/log-0").delete("Pod/shop/log-1").advance(Duration.ofSeconds(60));

    assertThat(chosen(call(cluster, UDP))).isEqualTo("rejected");
  }

  /** {@code syncEndpoint} of ipvs mode takes those of other nodes if there are any to take. */
  @ParameterizedTest
  @CsvSource({
    "IPTABLES, ClusterIP, dropped",
    "NFTABLES, ClusterIP, dropped",
    "IPVS, ClusterIP, rejected",
    "IPTABLES, NodePort, dropped",
    "NFTABLES, NodePort, dropped",
    "IPVS, NodePort, 10.244.0.10:514"
  })
  void internal_policy_Local_without_an_endpoint_on_the_node(
      ProxyMode mode, String type, String found) {
    ClusterSimulation cluster = start(INTERNALLY_LOCAL + type + "\n", mode);
    assertThat(chosen(call(cluster, UDP))).isEqualTo("10.244.1.10:514");

    cluster.ready("shop/log-1", false).advance(Duration.ofSeconds(2));

    assertThat(chosen(call(cluster, UDP))).isEqualTo(found);
  }
}
