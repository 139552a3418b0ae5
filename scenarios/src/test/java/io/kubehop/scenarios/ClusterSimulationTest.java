package io.kubehop.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.scenarios.cluster.NotPossibleException;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.service.source.InvalidInputException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterSimulationTest {
  private static final String CART =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: cart, namespace: shop}
      spec:
        replicas: 2
        selector: {matchLabels: {app: cart}}
        template:
          metadata: {labels: {app: cart}}
          spec: {containers: [{name: c, image: x, ports: [{containerPort: 8080}]}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {selector: {app: cart}, clusterIP: 10.96.0.12, ports: [{port: 80, targetPort: 8080}]}
      """;

  private final ClusterSimulation cluster = ClusterSimulation.fromYaml(CART);

  @Test
  void a_connection_shows_every_way_and_the_one_that_was_taken() {
    Connection connection =
        cluster.send(Request.of("node/node-a", "tcp://10.96.0.12:80").withCount(3));

    assertThat(connection.outcome()).as(connection.toString()).isEqualTo(Outcome.DELIVERED);
    assertThat(connection.pods()).containsExactly("shop/cart-0", "shop/cart-1");
    assertThat(connection.distribution())
        .containsEntry(SocketAddress.parse("10.244.0.2:8080"), 0.5)
        .containsEntry(SocketAddress.parse("10.244.1.2:8080"), 0.5);
    assertThat(connection.chosen()).hasSize(3).allMatch(chosen -> chosen.isPresent());
    assertThat(connection.toString()).contains("KUBE-SERVICES", "Result   delivered to ");
  }

  @Test
  void the_same_calls_give_the_same_results() {
    Request request = Request.of("node/node-a", "tcp://10.96.0.12:80").withCount(10);

    assertThat(ClusterSimulation.fromYaml(CART).send(request)).isEqualTo(cluster.send(request));
  }

  @Test
  void changes_are_seen_by_the_next_connection() {
    cluster.ready("shop/cart-0", false);
    assertThat(pods()).containsExactly("shop/cart-1");

    cluster.ready("shop/cart-0", true).fail("pod/shop/cart-1").advance(Duration.ofMinutes(2));
    assertThat(pods()).containsExactly("shop/cart-0");

    cluster.delete("Service/shop/cart");
    assertThat(pods()).isEmpty();

    cluster.apply(CART);
    assertThat(pods()).contains("shop/cart-0");
  }

  @Test
  void objects_of_java_are_manifests_too() {
    cluster.apply(
        List.of(
            Map.of(
                "apiVersion",
                "v1",
                "kind",
                "Service",
                "metadata",
                Map.of("name", "cart2", "namespace", "shop"),
                "spec",
                Map.of(
                    "clusterIP", "10.96.0.13",
                    "selector", Map.of("app", "cart"),
                    "ports", List.of(Map.of("port", 80, "targetPort", 8080))))));

    assertThat(cluster.send("node/node-a", "tcp://10.96.0.13:80").outcome())
        .isEqualTo(Outcome.DELIVERED);
  }

  @Test
  void an_object_can_be_looked_at_by_field_and_as_a_manifest() {
    assertThat(cluster.get("svc/shop/cart").field("spec.ports[0].targetPort")).contains(8080L);
    assertThat(cluster.get("Service/shop/cart").toString())
        .contains("clusterIP: 10.96.0.12", "sessionAffinity: None");
    assertThat(cluster.get("pods").objects()).hasSize(2);
  }

  @Test
  void what_is_not_accepted_is_named_with_its_line() {
    assertThatThrownBy(() -> cluster.apply(CART.replace("port: 80,", "port: 70000,")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("<text>:14:")
        .hasMessageContaining("spec.ports[0].port: Invalid value: 70000");
  }

  @Test
  void what_cannot_be_done_now_is_said() {
    assertThatThrownBy(() -> cluster.send("pod/shop/ghost", "tcp://10.96.0.12:80"))
        .isInstanceOf(NotPossibleException.class)
        .hasMessage("there is no Pod shop/ghost");
    assertThatThrownBy(() -> cluster.delete("Service/shop/ghost"))
        .isInstanceOf(NotPossibleException.class);
  }

  private List<String> pods() {
    return cluster.send("node/node-a", "tcp://10.96.0.12:80").pods();
  }
}
