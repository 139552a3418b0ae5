package io.kubehop.service.controller.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.TestCluster;
import io.kubehop.service.api.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkloadControllersTest {
  private final TestCluster cluster = new TestCluster();

  private static String workload(String apiVersion, String kind, String spec) {
    return """
        apiVersion: %s
        kind: %s
        metadata: {name: db, namespace: default}
        spec:
          %s
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: main, image: db:1, ports: [{containerPort: 5432}]}]}
        """
        .formatted(apiVersion, kind, spec);
  }

  private static String statefulSet(int replicas) {
    return workload("apps/v1", "StatefulSet", "replicas: " + replicas + "\n  serviceName: db");
  }

  @Test
  void statefulSetStartsItsPodsOneAfterAnother() {
    List<String> started = new ArrayList<>();
    cluster.controlPlane.watch(
        Pod.class,
        event -> {
          if (event.object().status().isReady()) {
            started.add(
                event.object().metadata().name() + "@" + cluster.simulation.now() / 1_000_000_000);
          }
        });
    cluster.start(statefulSet(3));

    assertThat(started).containsExactly("db-0@1", "db-1@2", "db-2@3");
  }

  @Test
  void podsOfAStatefulSetHaveStableNamesInDns() {
    cluster.start(statefulSet(1));

    assertThat(cluster.pod("db-0").spec().hostname()).isEqualTo("db-0");
    assertThat(cluster.pod("db-0").spec().subdomain()).isEqualTo("db");
  }

  @Test
  void statefulSetScalesInFromTheHighestNumber() {
    cluster.start(statefulSet(3)).apply(statefulSet(1)).pass(Duration.ofMinutes(1));

    assertThat(cluster.podNames()).containsExactly("db-0");
  }

  @Test
  void statefulSetReplacesADeletedPodUnderItsName() {
    cluster.start(statefulSet(2));
    String before = cluster.pod("db-0").metadata().uid();

    cluster.delete("Pod/default/db-0").pass(Duration.ofMinutes(1));

    assertThat(cluster.podNames()).containsExactly("db-0", "db-1");
    assertThat(cluster.pod("db-0").metadata().uid()).isNotEqualTo(before);
  }

  @Test
  void statefulSetUpdatesFromTheHighestNumberToThePartition() {
    String update =
        statefulSet(3)
            .replace(
                "serviceName: db",
                "serviceName: db\n  updateStrategy: {rollingUpdate: {partition: 1}}")
            .replace("db:1", "db:2");
    cluster.start(statefulSet(3)).apply(update).pass(Duration.ofMinutes(2));

    assertThat(cluster.controlPlane.pods())
        .extracting(pod -> pod.spec().containers().get(0).image())
        .containsExactly("db:1", "db:2", "db:2");
  }

  @Test
  void daemonSetRunsOnEveryNodeThatTheTemplateSelects() {
    cluster.start(
        """
        apiVersion: v1
        kind: Node
        metadata: {name: plain}
        ---
        apiVersion: v1
        kind: Node
        metadata: {name: tainted}
        spec: {taints: [{key: dedicated, value: x, effect: NoSchedule}]}
        ---
        apiVersion: v1
        kind: Node
        metadata: {name: cordoned}
        spec: {unschedulable: true}
        """,
        workload("apps/v1", "DaemonSet", ""));

    assertThat(cluster.podNames()).containsExactly("db-cordoned", "db-plain");
    assertThat(cluster.pod("db-plain").spec().nodeName()).isEqualTo("plain");
  }

  @Test
  void daemonSetFollowsNodesThatComeAndGo() {
    cluster.start(workload("apps/v1", "DaemonSet", ""));
    cluster.apply("{apiVersion: v1, kind: Node, metadata: {name: node-c}}");
    assertThat(cluster.podNames()).containsExactly("db-node-a", "db-node-b", "db-node-c");

    cluster.delete("Node/node-b").pass(Duration.ofMinutes(1));
    assertThat(cluster.podNames()).containsExactly("db-node-a", "db-node-c");
  }

  @Test
  void daemonSetReplacesItsPodsOneByOne() {
    cluster.start(workload("apps/v1", "DaemonSet", ""));
    cluster.apply(workload("apps/v1", "DaemonSet", "").replace("db:1", "db:2"));

    assertThat(cluster.podNames()).hasSize(1);
    cluster.pass(Duration.ofMinutes(1));
    assertThat(cluster.controlPlane.pods())
        .extracting(pod -> pod.spec().containers().get(0).image())
        .containsExactly("db:2", "db:2");
  }

  @Test
  void replicaSetAdoptsPodsThatNobodyManages() {
    cluster.start(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: orphan, labels: {app: db}}
        spec: {containers: [{name: main, image: db}]}
        """,
        workload("apps/v1", "ReplicaSet", "replicas: 2"));

    assertThat(cluster.podNames()).containsExactly("db-0", "orphan");
    assertThat(cluster.pod("orphan").metadata().controller()).isPresent();
  }

  @Test
  void jobKeepsAsManyPodsAsRunInParallel() {
    cluster.start(
        """
        apiVersion: batch/v1
        kind: Job
        metadata: {name: batch}
        spec:
          parallelism: 2
          completions: 5
          template:
            spec: {restartPolicy: Never, containers: [{name: main, image: batch}]}
        """);

    assertThat(cluster.podNames()).containsExactly("batch-0", "batch-1");
  }
}
