package io.kubehop.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.testkit.property.GeneratedCluster;
import io.kubehop.testkit.property.KubeHopDomain;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

class LawsTest {
  private static final String CART = "src/test/resources/shop/cart.yaml";

  @Test
  void the_laws_hold_for_a_cluster_as_it_should_be() {
    Manifests manifests = new Manifests().files(CART);

    assertThatCode(() -> Laws.everyReadyEndpointIsReachable(manifests.start()))
        .doesNotThrowAnyException();
    assertThatCode(() -> Laws.replyFromCalledAddress(manifests.start())).doesNotThrowAnyException();
  }

  @Test
  void a_wrong_target_port_breaks_the_first() {
    ClusterSimulation cluster = new Manifests().files("src/test/resources/wrong-port.yaml").start();

    assertThatThrownBy(() -> Laws.everyReadyEndpointIsReachable(cluster))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "to reach every ready endpoint of Service/shop/cart port 80/TCP at 10.96.0.12",
            "but it was [refused]",
            "set spec.ports[0].targetPort",
            "Seed     42");
  }

  @Test
  void a_rollout_that_keeps_Pods_until_others_are_ready_loses_nothing() {
    assertThatCode(() -> Laws.noLossDuringRollout(cart(""), cart("v2"), "pod/shop/web-0", vip()))
        .doesNotThrowAnyException();
  }

  @Test
  void a_rollout_that_begins_with_the_end_of_all_Pods_loses_something() {
    assertThatThrownBy(
            () -> Laws.noLossDuringRollout(recreated(""), recreated("v2"), "node/node-a", vip()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expecting no loss from node/node-a -> tcp://10.96.0.12:80")
        .hasMessageContaining("after the change: outcome: expected delivered but was");
  }

  private static String vip() {
    return "tcp://10.96.0.12:80";
  }

  private static Manifests recreated(String version) {
    return rollout(version, "strategy: {type: Recreate}", "");
  }

  /** A Pod that ends waits until every node has heard of it. */
  private static Manifests cart(String version) {
    return rollout(version, "replicas: 2", "lifecycle: {preStop: {sleep: {seconds: 5}}},");
  }

  private static Manifests rollout(String version, String field, String lifecycle) {
    return new Manifests()
        .yaml(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cart, namespace: shop}
            spec:
              FIELD
              selector: {matchLabels: {app: cart}}
              template:
                metadata: {labels: {app: cart, version: "VERSION"}}
                spec:
                  containers: [{name: cart, image: cart, LIFECYCLE ports: [{containerPort: 8080}]}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: cart, namespace: shop}
            spec:
              clusterIP: 10.96.0.12
              selector: {app: cart}
              ports: [{port: 80, targetPort: 8080}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web-0, namespace: shop}
            spec: {containers: [{name: web, image: web}]}
            """
                .replace("FIELD", field)
                .replace("LIFECYCLE", lifecycle)
                .replace("VERSION", version));
  }

  @Test
  void a_law_that_fails_shrinks_to_a_minimal_manifest_in_YAML() {
    TestRun run = TestRun.of(WrongPort.class);

    assertThat(run.failure()).hasMessageContaining("set spec.ports[0].targetPort");
    String shrunk = run.report.substring(run.report.indexOf("Shrunk Sample"));
    assertThat(shrunk)
        .contains(
            """
              cluster:
                apiVersion: v1
                kind: Service
                metadata: {name: a, namespace: test}
                spec:
                  clusterIP: 10.96.1.1
                  selector: {app: a}
                  ports: [{port: 80, targetPort: 8080}]
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: a-0, namespace: test, labels: {app: a}}
                spec:
                  nodeName: node-a
                  containers: [{name: main, image: main, ports: [{containerPort: 8080}]}]
                status: {phase: Running, podIP: 10.244.0.10, conditions: [{type: Ready, status: 'True'}]}

            Original Sample
            """
                .stripTrailing());
  }

  /** Every Service sends to a port that no Pod has: one Service with one Pod is the least. */
  @Domain(KubeHopDomain.class)
  static class WrongPort {
    @Property(
        seed = "1",
        tries = 50,
        afterFailure = AfterFailureMode.PREVIOUS_SEED,
        shrinking = ShrinkingMode.FULL)
    void fails(@ForAll GeneratedCluster cluster) {
      if (!TestRun.isRunning()) {
        return;
      }
      String wrong = cluster.yaml().replace("targetPort: 8080", "targetPort: 9090");
      Laws.everyReadyEndpointIsReachable(new Manifests().yaml(wrong).start());
    }
  }
}
