package io.kubehop.service;

import static io.kubehop.service.Yaml.deployment;
import static io.kubehop.service.Yaml.named;
import static io.kubehop.service.Yaml.on80;
import static io.kubehop.service.Yaml.runningPod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.Cidr;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.config.LoadBalancerConfig;
import io.kubehop.service.load.ObjectPrinter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  private static final ClusterConfig CONFIG =
      ClusterConfig.DEFAULT
          .withServiceCIDRs(List.of(Cidr.parse("10.96.0.0/16"), Cidr.parse("fd00:96::/108")))
          .withLoadBalancer(
              new LoadBalancerConfig(List.of(Cidr.parse("203.0.113.0/26")), Duration.ofSeconds(1)));

  @Test
  void whatAClusterPrintsIsUnchangedInAFreshOne() {
    TestCluster cluster = new TestCluster(CONFIG);
    cluster.start(
        on80("web", "type: LoadBalancer", "externalTrafficPolicy: Local"),
        on80("dual", "ipFamilyPolicy: PreferDualStack", "sessionAffinity: ClientIP"),
        on80("headless", "clusterIP: None", "publishNotReadyAddresses: true"),
        named("ext", "type: ExternalName", "externalName: www.example.com"),
        deployment(3, "v1"),
        runningPod("given", "node-b", "10.244.1.77", false),
        "{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p}, spec: {podSelector: {}, egress: [{}]}}",
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: c}, data: {a: b}}");
    cluster.pass(Duration.ofMinutes(1));
    cluster.apply(deployment(3, "v2")).pass(Duration.ofMinutes(1));

    TestCluster again = new TestCluster(CONFIG);
    again.controlPlane.load(TestCluster.read(print(cluster)));
    again.pass(Duration.ofMinutes(10));

    assertThat(print(again)).isEqualTo(print(cluster));
  }

  /** All objects as {@code kubectl get -o yaml} prints them. */
  private static String print(TestCluster cluster) {
    return cluster.controlPlane.apiServer().list(KubeObject.class).stream()
        .map(object -> ObjectPrinter.yaml(ObjectPrinter.tree(object, Optional.empty())))
        .collect(Collectors.joining("---\n"));
  }
}
