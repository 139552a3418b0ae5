package io.kubehop.service.controller.gc;

import static io.kubehop.service.Yaml.deployment;
import static io.kubehop.service.Yaml.on80;
import static io.kubehop.service.Yaml.runningPod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.TestCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GarbageCollectorTest {
  private final TestCluster cluster = new TestCluster();

  @Test
  void namespaceTakesEverythingInItAlong() {
    cluster.start(on80("web"), deployment(2, "v1"));

    cluster.delete("Namespace/default").pass(Duration.ofMinutes(1));

    assertThat(cluster.controlPlane.pods()).isEmpty();
    assertThat(cluster.controlPlane.services()).isEmpty();
  }

  @Test
  void ownerThatNeverWasThereIsNotMissed() {
    String captured =
        runningPod("web-0", "node-a", "10.244.0.10", true)
            .replace(
                "labels: {app: web}",
                "labels: {app: web}, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet,"
                    + " name: web, uid: u1, controller: true}]");

    cluster.start(captured).pass(Duration.ofMinutes(1));

    assertThat(cluster.podNames()).containsExactly("web-0");
  }

  @Test
  void namespacesThatSomebodyUsesAreThere() {
    cluster.start("{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: shop}}");

    assertThat(cluster.controlPlane.find(TestCluster.key("Namespace/shop"))).isPresent();
    assertThat(cluster.controlPlane.find(TestCluster.key("Namespace/kube-system"))).isPresent();
  }
}
