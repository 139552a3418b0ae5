package io.kubehop.service.controller.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.Cidr;
import io.kubehop.service.TestCluster;
import io.kubehop.service.config.ClusterConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeIpamTest {

  private static List<String> nodes(TestCluster cluster) {
    return cluster.controlPlane.nodes().stream()
        .map(n -> n.metadata().name() + " " + n.status().internalIPs() + " " + n.spec().podCIDRs())
        .toList();
  }

  @Test
  void clusterWithoutNodesHasTwo() {
    assertThat(nodes(new TestCluster().start()))
        .containsExactly(
            "node-a [192.168.0.2] [10.244.0.0/24]", "node-b [192.168.0.3] [10.244.1.0/24]");
  }

  @Test
  void nodesOfADualStackClusterHaveBothFamilies() {
    ClusterConfig dual =
        ClusterConfig.DEFAULT.withServiceCIDRs(
            List.of(Cidr.parse("10.96.0.0/16"), Cidr.parse("fd00:96::/108")));

    assertThat(nodes(new TestCluster(dual).start()))
        .containsExactly(
            "node-a [192.168.0.2, fd00:192:168::2] [10.244.0.0/24, fd00:10:244::/64]",
            "node-b [192.168.0.3, fd00:192:168::3] [10.244.1.0/24, fd00:10:244:1::/64]");
  }

  @Test
  void nodeWithoutPodCidrGetsTheNextFreeOne() {
    TestCluster cluster =
        new TestCluster()
            .start(
                "{apiVersion: v1, kind: Node, metadata: {name: a}}",
                "{apiVersion: v1, kind: Node, metadata: {name: b}, spec: {podCIDRs: [10.244.0.0/23]}}",
                "{apiVersion: v1, kind: Node, metadata: {name: c}}");

    assertThat(cluster.controlPlane.nodes())
        .extracting(node -> node.spec().podCIDRs().get(0))
        .containsExactly("10.244.2.0/24", "10.244.0.0/23", "10.244.3.0/24");
  }

  @Test
  void overlappingPodCidrsAreRefused() {
    TestCluster cluster =
        new TestCluster()
            .start(
                "{apiVersion: v1, kind: Node, metadata: {name: a}, spec: {podCIDRs: [10.244.0.0/24]}}");

    assertThat(
            cluster.refusal(
                "{apiVersion: v1, kind: Node, metadata: {name: b}, spec: {podCIDRs: [10.244.0.128/25]}}"))
        .containsExactly(
            "spec.podCIDRs[0]: Invalid value: \"10.244.0.128/25\": overlaps with [10.244.0.0/24] of"
                + " Node/a");
  }
}
