package com.example;

import static io.kubehop.testkit.KubeHopAssertions.assertThat;
import static io.kubehop.testkit.KubeHopAssertions.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.testkit.KubeHop;
import io.kubehop.testkit.Reachability;
import org.junit.jupiter.api.Test;

@KubeHop(manifests = "k8s/")
class CartTest {
  @Test
  void the_web_reaches_the_cart(ClusterSimulation cluster) {
    assertThat(cluster.send("pod/shop/web-0", "http://cart/"))
        .isDeliveredTo(pod("shop/cart"))
        .preservesClientAddress();
  }

  @Test
  void one_cart_that_is_not_ready_is_spared(ClusterSimulation cluster) {
    cluster.ready("shop/cart-0", false);

    assertThat(cluster.send("pod/shop/web-0", "http://cart/")).isDeliveredTo(pod("shop/cart-1"));
  }

  @Test
  void what_a_change_does_is_a_difference_of_two_tables(ClusterSimulation cluster) {
    Reachability before = Reachability.of(cluster);
    assertThat(before).isComplete();

    cluster.ready("shop/cart-0", false);

    assertThat(before.changesTo(Reachability.of(cluster))).isNotEmpty();
  }
}
