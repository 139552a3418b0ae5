package io.kubehop.service.controller.workload;

import static io.kubehop.service.Yaml.deployment;
import static io.kubehop.service.Yaml.runningPod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.TestCluster;
import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.ReplicaSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeploymentControllerTest {
  private final TestCluster cluster = new TestCluster();

  @Test
  void podsHaveNumberedNamesAndSpreadOverTheNodes() {
    cluster.start(deployment(3, "v1"));

    assertThat(cluster.controlPlane.pods())
        .extracting(pod -> pod.metadata().name() + " " + pod.spec().nodeName())
        .containsExactly("web-0 node-a", "web-1 node-b", "web-2 node-a");
    assertThat(cluster.controlPlane.pods()).allMatch(pod -> pod.status().isReady());
  }

  @Test
  void changedTemplateGivesTheNamesARevision() {
    cluster.start(deployment(2, "v1")).apply(deployment(2, "v2")).pass(Duration.ofMinutes(1));

    assertThat(cluster.podNames()).containsExactly("web-2-0", "web-2-1");
    assertThat(cluster.controlPlane.pods())
        .allMatch(pod -> pod.spec().containers().get(0).image().equals("v2"));
  }

  @Test
  void goingBackTakesTheOldReplicaSetUpAgain() {
    cluster.start(deployment(1, "v1")).apply(deployment(1, "v2")).pass(Duration.ofMinutes(1));
    cluster.apply(deployment(1, "v1")).pass(Duration.ofMinutes(1));

    assertThat(cluster.controlPlane.apiServer().list(ReplicaSet.class)).hasSize(2);
    assertThat(cluster.podNames()).containsExactly("web-3-0");
  }

  @Test
  void scalingInEndsTheYoungestPodsOnFullNodesFirst() {
    cluster.start(deployment(4, "v1")).apply(deployment(1, "v1")).pass(Duration.ofMinutes(1));

    assertThat(cluster.podNames()).containsExactly("web-0");
  }

  @Test
  void unreadyPodsGoFirst() {
    cluster.start(deployment(3, "v1"));
    cluster.controlPlane.setReady(TestCluster.key("Pod/default/web-0"), false);
    cluster.settle().apply(deployment(2, "v1")).pass(Duration.ofMinutes(1));

    assertThat(cluster.podNames()).containsExactly("web-1", "web-2");
  }

  @Test
  void rollingUpdateKeepsWithinSurgeAndUnavailability() {
    cluster.start(
        deployment(4, "v1", "strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 1}}"));
    List<Integer> running = new ArrayList<>();
    List<Integer> available = new ArrayList<>();
    cluster.controlPlane.watch(
        Pod.class,
        event -> {
          running.add(count(false));
          available.add(count(true));
        });
    cluster.settle();

    cluster.apply(
        deployment(4, "v2", "strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 1}}"));
    cluster.pass(Duration.ofMinutes(2));

    assertThat(cluster.podNames()).containsExactly("web-2-0", "web-2-1", "web-2-2", "web-2-3");
    assertThat(running).allMatch(count -> count <= 5);
    assertThat(available).allMatch(count -> count >= 3);
  }

  private int count(boolean readyOnly) {
    return (int)
        cluster.controlPlane.pods().stream()
            .filter(pod -> !pod.metadata().isBeingDeleted())
            .filter(pod -> !readyOnly || pod.status().isReady())
            .count();
  }

  @Test
  void rollingUpdateStopsAtPodsThatDoNotBecomeReady() {
    String gated =
        deployment(2, "v2")
            .replace(
                "containers:",
                "readinessGates: [{conditionType: example.com/gate}]\n      containers:");
    cluster.start(deployment(2, "v1")).apply(gated).pass(Duration.ofMinutes(5));

    assertThat(cluster.podNames()).containsExactly("web-0", "web-1", "web-2-0");
  }

  @Test
  void recreateWaitsUntilTheLastOldPodIsGone() {
    cluster.start(deployment(2, "v1", "strategy: {type: Recreate}"));
    List<Long> overlaps = new ArrayList<>();
    cluster.controlPlane.watch(
        Pod.class,
        event -> {
          long images =
              cluster.controlPlane.pods().stream()
                  .map(pod -> pod.spec().containers().get(0).image())
                  .distinct()
                  .count();
          overlaps.add(images);
        });
    cluster.settle();

    cluster.apply(deployment(2, "v2", "strategy: {type: Recreate}")).pass(Duration.ofMinutes(2));

    assertThat(cluster.podNames()).containsExactly("web-2-0", "web-2-1");
    assertThat(overlaps).allMatch(images -> images <= 1);
  }

  @Test
  void pausedDeploymentScalesButDoesNotRollOut() {
    cluster.start(deployment(1, "v1")).apply(deployment(3, "v2", "paused: true"));
    cluster.pass(Duration.ofMinutes(1));

    assertThat(cluster.podNames()).containsExactly("web-0", "web-1", "web-2");
  }

  @Test
  void minReadySecondsHoldARolloutBack() {
    cluster.start(deployment(1, "v1", "minReadySeconds: 30"));
    cluster.pass(Duration.ofSeconds(40));

    cluster.apply(deployment(1, "v2", "minReadySeconds: 30")).pass(Duration.ofSeconds(20));
    assertThat(cluster.podNames()).containsExactly("web-0", "web-2-0");

    cluster.pass(Duration.ofSeconds(20));
    assertThat(cluster.podNames()).containsExactly("web-2-0");
  }

  @Test
  void statusSaysHowFarItIs() {
    cluster.start(deployment(3, "v1"));

    Deployment web =
        cluster
            .controlPlane
            .apiServer()
            .find(Deployment.class, TestCluster.key("Deployment/default/web"))
            .orElseThrow();
    assertThat(web.status().replicas()).isEqualTo(3);
    assertThat(web.status().availableReplicas()).isEqualTo(3);
    assertThat(web.status().unavailableReplicas()).isZero();
    assertThat(web.status().observedGeneration()).isEqualTo(1);
  }

  @Test
  void deletingItEndsItsPods() {
    cluster.start(deployment(3, "v1")).delete("Deployment/default/web").pass(Duration.ofMinutes(1));

    assertThat(cluster.controlPlane.pods()).isEmpty();
    assertThat(cluster.controlPlane.apiServer().list(ReplicaSet.class)).isEmpty();
  }

  @Test
  void capturedPodsAreKeptAlthoughTheirReplicaSetWasNotCaptured() {
    String captured =
        runningPod("web-5d8f7c9b6-x2x2x", "node-b", "10.244.1.9", true)
            .replace(
                "labels: {app: web}",
                "labels: {app: web, pod-template-hash: 5d8f7c9b6}, ownerReferences: [{apiVersion:"
                    + " apps/v1, kind: ReplicaSet, name: web-5d8f7c9b6, uid: u1, controller: true}]");

    cluster.start(deployment(1, "v1"), captured);

    assertThat(cluster.podNames()).containsExactly("web-5d8f7c9b6-x2x2x");
  }
}
