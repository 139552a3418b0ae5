package io.kubehop.service.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

  @ParameterizedTest
  @CsvSource({"25%, 10, true, 3", "25%, 10, false, 2", "0%, 10, true, 0", "100%, 7, false, 7"})
  void sharesAreScaledAndRounded(String share, int total, boolean up, int count) {
    assertThat(IntOrString.of(share).scaledTo(total, up)).isEqualTo(count);
  }

  @Test
  void aNumberIsItself() {
    assertThat(IntOrString.of(3).scaledTo(10, true)).isEqualTo(3);
    assertThatThrownBy(() -> IntOrString.of("http").scaledTo(10, true))
        .hasMessage("'http' is neither a whole number nor a percentage such as 25%");
  }

  @Test
  void keysPrintAsScenariosNameObjectsAndSortByKindNamespaceAndName() {
    ObjectKey node = ObjectKey.ofCluster("Node", "b");
    ObjectKey service = new ObjectKey("Service", "shop", "cart");

    assertThat(node).hasToString("Node/b");
    assertThat(service).hasToString("Service/shop/cart");
    assertThat(service.namespacedName()).isEqualTo("shop/cart");
    assertThat(node).isLessThan(service);
  }

  @Test
  void collectionsAreCopiedAndKeepTheirOrder() {
    Map<String, String> labels = new java.util.LinkedHashMap<>();
    labels.put("z", "1");
    labels.put("a", "2");
    ObjectMeta meta = ObjectMeta.builder().name("x").labels(labels).build();
    labels.clear();

    assertThat(meta.labels().keySet()).containsExactly("z", "a");
  }

  @Test
  void theControllerIsTheOwnerThatIsMarked() {
    OwnerReference other = new OwnerReference("v1", "X", "a", "", false);
    OwnerReference controller = new OwnerReference("v1", "X", "b", "", true);

    assertThat(
            ObjectMeta.builder().ownerReferences(List.of(other, controller)).build().controller())
        .contains(controller);
  }

  @Test
  void settingsOfANodeAreLaidOverThoseOfTheCluster() {
    KubeProxyIPTablesConfiguration node =
        new KubeProxyIPTablesConfiguration(
            Optional.empty(),
            Optional.of(true),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    KubeProxyIPTablesConfiguration cluster =
        new KubeProxyIPTablesConfiguration(
            Optional.of(15),
            Optional.of(false),
            Optional.empty(),
            Optional.of(Duration.ZERO),
            Optional.empty());

    assertThat(node.over(cluster))
        .isEqualTo(
            new KubeProxyIPTablesConfiguration(
                Optional.of(15),
                Optional.of(true),
                Optional.empty(),
                Optional.of(Duration.ZERO),
                Optional.empty()));
    assertThat(KubeProxyConfiguration.EMPTY.over(KubeProxyConfiguration.EMPTY))
        .isEqualTo(KubeProxyConfiguration.EMPTY);
  }

  @Test
  void endpointsWithoutConditionsServeAsTheyAreReady() {
    EndpointConditions notReady =
        new EndpointConditions(Optional.of(false), Optional.empty(), Optional.empty());

    assertThat(notReady.isServing()).isFalse();
    assertThat(EndpointConditions.of(false, true, true).isServing()).isTrue();
  }
}
