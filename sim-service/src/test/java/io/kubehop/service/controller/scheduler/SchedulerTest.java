package io.kubehop.service.controller.scheduler;

import static io.kubehop.service.Yaml.deployment;
import static io.kubehop.service.Yaml.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.TestCluster;
import org.junit.jupiter.api.Test;

class SchedulerTest {
  private final TestCluster cluster = new TestCluster();

  private static String node(String name, String zone, String spec) {
    return """
        apiVersion: v1
        kind: Node
        metadata: {name: %s, labels: {zone: %s, disk: %s-disk}}
        spec: {%s}
        """
        .formatted(name, zone, name, spec);
  }

  private String nodeOf(String name) {
    return cluster.pod(name).spec().nodeName();
  }

  @Test
  void emptiestNodeIsChosenThenTheFirstByName() {
    cluster.start(
        pod("p1"), pod("p2"), pod("p3"), pod("p4").replace("spec: {", "spec: {nodeName: node-b, "));

    assertThat(nodeOf("p1")).isEqualTo("node-a");
    assertThat(nodeOf("p2")).isEqualTo("node-a");
    assertThat(nodeOf("p3")).isEqualTo("node-b");
  }

  @Test
  void nodeSelectorAndAffinityNarrowTheChoice() {
    cluster.start(
        node("a", "z1", ""),
        node("b", "z2", ""),
        pod("selected").replace("spec: {", "spec: {nodeSelector: {zone: z2}, "),
        pod("affine")
            .replace(
                "spec: {",
                "spec: {affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
                    + " {nodeSelectorTerms: [{matchExpressions: [{key: disk, operator: In, values:"
                    + " [b-disk]}]}]}}}, "));

    assertThat(nodeOf("selected")).isEqualTo("b");
    assertThat(nodeOf("affine")).isEqualTo("b");
  }

  @Test
  void taintsKeepPodsAwayThatDoNotTolerateThem() {
    cluster.start(
        node("a", "z1", "taints: [{key: gpu, effect: NoSchedule}]"),
        node("b", "z2", ""),
        pod("plain"),
        pod("tolerant").replace("spec: {", "spec: {tolerations: [{key: gpu, operator: Exists}], "));

    assertThat(nodeOf("plain")).isEqualTo("b");
    assertThat(nodeOf("tolerant")).isEqualTo("a");
  }

  @Test
  void podThatFitsNowhereWaitsForANode() {
    cluster.start(
        node("a", "z1", ""), pod("picky").replace("spec: {", "spec: {nodeSelector: {zone: z9}, "));
    assertThat(nodeOf("picky")).isEmpty();
    assertThat(cluster.pod("picky").status().conditions())
        .anyMatch(c -> c.reason().equals("Unschedulable") && c.message().startsWith("0/1 nodes"));

    cluster.apply(node("b", "z9", ""));
    assertThat(nodeOf("picky")).isEqualTo("b");
  }

  @Test
  void podWithAnAddressGoesWhereTheAddressLies() {
    cluster.start(
        pod("a") + "status: {phase: Running, podIP: 10.244.1.9, podIPs: [{ip: 10.244.1.9}]}");

    assertThat(nodeOf("a")).isEqualTo("node-b");
  }

  @Test
  void spreadConstraintKeepsZonesEven() {
    String spread =
        deployment(4, "v1")
            .replace(
                "containers:",
                "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable:"
                    + " DoNotSchedule, labelSelector: {matchLabels: {app: web}}}]\n      containers:");
    cluster.start(node("a", "z1", ""), node("b", "z1", ""), node("c", "z2", ""), spread);

    assertThat(cluster.controlPlane.pods())
        .extracting(p -> p.spec().nodeName())
        .containsExactlyInAnyOrder("a", "b", "c", "c");
  }

  @Test
  void portsOfANodeGoToOnePod() {
    String onHost = "spec: {hostNetwork: true, ";
    cluster.start(
        pod("a").replace("spec: {", onHost),
        pod("b").replace("spec: {", onHost),
        pod("c").replace("spec: {", onHost));

    assertThat(nodeOf("a")).isEqualTo("node-a");
    assertThat(nodeOf("b")).isEqualTo("node-b");
    assertThat(nodeOf("c")).isEmpty();
    assertThat(cluster.pod("c").status().conditions())
        .extracting(condition -> condition.message())
        .containsExactly(
            "0/2 nodes are available: 2 node(s) didn't have free ports for the requested pod ports");
  }
}
