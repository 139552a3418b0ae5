package io.kubehop.testkit;

import static io.kubehop.testkit.KubeHopAssertions.assertThat;
import static io.kubehop.testkit.KubeHopAssertions.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.scenarios.ClusterSimulation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@KubeHop(manifests = "classpath:shop/cart.yaml")
class KubeHopExtensionTest {
  private static final List<ClusterSimulation> SEEN = new ArrayList<>();

  private ClusterSimulation first;

  @BeforeEach
  void prepare(ClusterSimulation cluster) {
    first = cluster;
  }

  @Test
  void a_test_gets_the_cluster_that_was_prepared_for_it(ClusterSimulation cluster) {
    assertThat((Object) cluster).isSameAs(first);
    assertThat(SEEN).doesNotContain(cluster);
    SEEN.add(cluster);
  }

  @Test
  void another_test_gets_a_cluster_of_its_own(ClusterSimulation cluster) {
    assertThat(SEEN).doesNotContain(cluster);
    SEEN.add(cluster);
  }

  @Test
  void a_parameter_can_have_a_cluster_of_its_own(
      ClusterSimulation cluster,
      @KubeHop(manifests = "classpath:wrong-port.yaml") ClusterSimulation wrong) {
    assertThat(cluster.send("pod/shop/web-0", "tcp://cart:80")).isDeliveredTo(pod("shop/cart"));
    assertThat(wrong.send("pod/shop/web-0", "tcp://cart:80")).isNotDelivered();
  }

  @Test
  @KubeHop(
      yaml =
          "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: a}]}}")
  void a_method_decides_over_its_class(ClusterSimulation cluster) {
    assertThat(cluster.get("Pod").objects()).hasSize(1);
  }

  @Test
  @KubeHop(command = {"cat", "src/test/resources/shop/cart.yaml"})
  void manifests_can_be_the_output_of_a_program(ClusterSimulation cluster) {
    assertThat(cluster).isReachable();
  }

  @Nested
  class Inside {
    @Test
    void what_stands_at_the_class_around_counts(ClusterSimulation cluster) {
      assertThat((Object) cluster).isSameAs(first);
    }
  }

  @Test
  void a_failure_tells_the_seed_and_a_property_sets_it() {
    Throwable failure = TestRun.of(Failing.class, "kubehop.seed", "7").failure();

    assertThat(failure).hasMessage("not as it should be: 7");
    assertThat(failure.getSuppressed())
        .extracting(Throwable::toString)
        .containsExactly("the same run again: -Dkubehop.seed=7");
  }

  @Test
  void a_seed_that_is_none_is_said_to_be_none() {
    assertThat(TestRun.of(Failing.class, "kubehop.seed", "lucky").failure())
        .hasStackTraceContaining("kubehop.seed: 'lucky' is not a whole number");
  }

  @Test
  void a_cluster_of_nothing_is_asked_for_in_words() {
    assertThat(TestRun.of(Unsaid.class).failure())
        .hasMessageContaining("add @KubeHop(manifests = \"k8s/\") to the test");
  }

  @Test
  void a_manifest_that_is_wrong_is_told_by_file_line_and_field() {
    assertThat(TestRun.of(Wrong.class).failure())
        .hasStackTraceContaining("<text>:1:49: metadata.nam: ");
  }

  @Disabled(TestRun.ONLY)
  @KubeHop(manifests = "classpath:shop/cart.yaml")
  static class Failing {
    @Test
    void fails(ClusterSimulation cluster) {
      throw new AssertionError("not as it should be: " + cluster.seed());
    }
  }

  @Disabled(TestRun.ONLY)
  @ExtendWith(KubeHopExtension.class)
  static class Unsaid {
    @Test
    void fails(ClusterSimulation cluster) {
      cluster.now();
    }
  }

  @Disabled(TestRun.ONLY)
  @KubeHop(yaml = "{apiVersion: v1, kind: Pod, metadata: {name: a, nam: b}}")
  static class Wrong {
    @Test
    void fails(ClusterSimulation cluster) {
      cluster.now();
    }
  }
}
