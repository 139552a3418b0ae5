package io.kubehop.testkit;

import static io.kubehop.testkit.KubeHopAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.kubehop.scenarios.ClusterSimulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManifestsTest {
  private static final String CART = "src/test/resources/shop/cart.yaml";

  @Test
  void inputs_of_all_kinds_are_put_together() {
    Map<String, Object> namespace =
        Map.of("apiVersion", "v1", "kind", "Namespace", "metadata", Map.of("name", "blue"));

    ClusterSimulation cluster =
        new Manifests()
            .files(Path.of(CART))
            .yaml("{apiVersion: v1, kind: Namespace, metadata: {name: green}}")
            .objects(namespace, List.of(fabric8Service()))
            .seed(7)
            .start();

    assertThat(cluster.seed()).isEqualTo(7);
    assertThat(cluster.get("Namespace").objects()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(cluster.get("Service/shop/other").field("spec.ports[0].port")).contains(81L);
  }

  /** A class of another library, written by the Jackson that is there. */
  private static Service fabric8Service() {
    return new ServiceBuilder()
        .withMetadata(new ObjectMetaBuilder().withName("other").withNamespace("shop").build())
        .withNewSpec()
        .addToSelector("app", "cart")
        .addNewPort()
        .withPort(81)
        .withNewTargetPort(8080)
        .endPort()
        .endSpec()
        .build();
  }

  @Test
  void a_process_that_runs_is_read_to_its_end() throws IOException {
    Process process = new ProcessBuilder("cat", CART).start();

    assertThat(new Manifests().outputOf(process).start()).isReachable();
  }

  @Test
  void a_program_that_fails_is_told_in_one_line() {
    assertThatThrownBy(() -> new Manifests().outputOf("cat", "no-such-file"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("cat no-such-file: failed with exit code 1: .*no-such-file.*")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(() -> new Manifests().outputOf("no-such-program"))
        .hasMessage(
            "no-such-program: cannot be run; is no-such-program installed and on the PATH?");
  }

  @Test
  void a_chart_is_what_helm_makes_of_it() {
    Manifests manifests = new Manifests();

    assertThatThrownBy(() -> manifests.files("src/test/resources/chart"))
        .hasMessageStartingWith("helm template release src/test/resources/chart: ");
  }

  @Test
  void an_object_that_nothing_writes_is_refused_in_words() {
    Manifests manifests = new Manifests();

    assertThatThrownBy(() -> manifests.objects(new Unwritable()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a " + Unwritable.class.getName() + " cannot be written: ");
  }

  /** What no Jackson writes. */
  public static final class Unwritable {
    public String getName() {
      throw new IllegalStateException("no name");
    }
  }
}
