package io.kubehop.testkit;

import static io.kubehop.testkit.KubeHopAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubehop.scenarios.ClusterSimulation;
import java.util.List;
import org.junit.jupiter.api.Test;

@KubeHop(manifests = "classpath:shop/cart.yaml")
class ReachabilityTest {
  @Test
  void every_client_calls_every_Service(ClusterSimulation cluster) {
    assertThat(Reachability.of(cluster).toString())
        .isEqualTo(
            """
            FROM                    shop/cart:80       shop/cart:80 by node port
            pod/shop/cart-0         ok as 192.168.0.3  ok as 192.168.0.2
            pod/shop/cart-1         ok as 192.168.0.2  ok as 192.168.0.2
            pod/shop/web-0          ok                 ok as 192.168.0.2
            external/198.51.100.10                     ok as 192.168.0.2""");
  }

  @Test
  void what_is_expected_of_cells_is_checked(ClusterSimulation cluster) {
    Reachability table = Reachability.of(cluster);

    assertThat(table)
        .reaches("pod/shop/web-0", "shop/cart:80")
        .reaches("external/198.51.100.10", "shop/cart:80 by node port")
        .isComplete();
    assertThatThrownBy(() -> assertThat(table).doesNotReach("pod/shop/web-0", "shop/cart:80"))
        .hasMessageContainingAll("but it is: ok", "FROM                    shop/cart:80");
    assertThatThrownBy(() -> assertThat(table).reaches("pod/shop/web-0", "shop/card:80"))
        .hasMessageContaining("the table has no such cell");
  }

  @Test
  void a_change_shows_as_a_difference(
      ClusterSimulation cluster,
      @KubeHop(manifests = "classpath:wrong-port.yaml") ClusterSimulation wrong) {
    List<String> clients = List.of("pod/shop/web-0");
    List<String> urls = List.of("tcp://10.96.0.12:80");
    Reachability before = Reachability.of(cluster, clients, urls);
    Reachability after = Reachability.of(wrong, clients, urls);

    assertThatThrownBy(() -> assertThat(after).isComplete())
        .hasMessageContaining("1 of 1 do not, the first pod/shop/web-0 -> tcp://10.96.0.12:80");
    assertThat(before).hasNoChangesTo(Reachability.of(cluster, clients, urls));
    assertThat(before.changesTo(after))
        .extracting(Object::toString)
        .containsExactly(
            "pod/shop/web-0 -> tcp://10.96.0.12:80: ok at shop/cart-0, shop/cart-1, now refused");
    assertThatThrownBy(() -> assertThat(before).hasNoChangesTo(after))
        .hasMessageContaining("now refused");
  }
}
