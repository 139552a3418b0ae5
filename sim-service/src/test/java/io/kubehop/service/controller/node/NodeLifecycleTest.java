package io.kubehop.service.controller.node;

import static io.kubehop.service.Yaml.deployment;
import static io.kubehop.service.Yaml.on80;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.TestCluster;
import io.kubehop.service.api.Node;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NodeLifecycleTest {
  private final TestCluster cluster = new TestCluster();

  private Node node(String name) {
    return cluster
        .controlPlane
        .apiServer()
        .find(Node.class, TestCluster.key("Node/" + name))
        .orElseThrow();
  }

  @Test
  void failedNodeIsNoticedAfterTheGracePeriod() {
    cluster.start(on80("web"), deployment(2, "v1"));
    cluster.controlPlane.failNode("node-a");

    cluster.pass(Duration.ofSeconds(49));
    assertThat(cluster.endpoints("web"))
        .containsExactly("10.244.0.2 ready serving", "10.244.1.2 ready serving");

    cluster.pass(Duration.ofSeconds(2));
    assertThat(NodeConditions.isReady(node("node-a"))).isFalse();
    assertThat(cluster.endpoints("web")).containsExactly("10.244.0.2", "10.244.1.2 ready serving");
  }

  @Test
  void podsOfAFailedNodeAreReplacedAfterFiveMinutesAndStayTerminatingThere() {
    cluster.start(on80("web"), deployment(2, "v1"));
    cluster.controlPlane.failNode("node-a");
    cluster.pass(Duration.ofSeconds(50 + 301));

    assertThat(cluster.podNames()).containsExactly("web-1", "web-2");
    assertThat(cluster.pod("web-2").spec().nodeName()).isEqualTo("node-b");
    assertThat(cluster.pod("web-0").metadata().isBeingDeleted()).isTrue();

    cluster.controlPlane.recoverNode("node-a");
    cluster.pass(Duration.ofMinutes(1));
    assertThat(cluster.findPod("web-0")).isEmpty();
    assertThat(node("node-a").spec().taints()).isEmpty();
  }

  @Test
  void nodeThatComesBackInTimeIsNeverMissed() {
    cluster.start(on80("web"), deployment(2, "v1"));
    cluster.controlPlane.failNode("node-a");
    cluster.pass(Duration.ofSeconds(30));
    cluster.controlPlane.recoverNode("node-a");
    cluster.pass(Duration.ofMinutes(2));

    assertThat(NodeConditions.isReady(node("node-a"))).isTrue();
    assertThat(cluster.endpoints("web")).allMatch(endpoint -> endpoint.endsWith("ready serving"));
  }

  @Test
  void podsOfANodeThatRecoversAreReadyAgain() {
    cluster.start(on80("web"), deployment(2, "v1"));
    cluster.controlPlane.failNode("node-a");
    cluster.pass(Duration.ofMinutes(2));
    cluster.controlPlane.recoverNode("node-a");
    cluster.settle();

    assertThat(cluster.endpoints("web")).allMatch(endpoint -> endpoint.endsWith("ready serving"));
  }

  @Test
  void nothingStartsOnAFailedNode() {
    cluster.start(deployment(1, "v1"));
    cluster.controlPlane.failNode("node-b");
    cluster.apply(deployment(2, "v1"));
    assertThat(cluster.pod("web-1").status().phase()).isEqualTo("Pending");

    cluster.controlPlane.recoverNode("node-b");
    assertThat(cluster.settle().pod("web-1").status().isReady()).isTrue();
  }

  @Test
  void deletedNodeTakesItsPodsWithIt() {
    cluster.start(deployment(2, "v1")).delete("Node/node-a");

    assertThat(cluster.controlPlane.pods())
        .extracting(pod -> pod.spec().nodeName())
        .containsExactly("node-b", "node-b");
  }
}
