package io.kubehop.dns.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameCostTest {

  @Test
  void a_name_outside_costs_the_whole_list_for_both_families() {
    NameCost cost =
        new NameCost(
            "www.example.com",
            List.of(
                "www.example.com.shop.svc.cluster.local.",
                "www.example.com.svc.cluster.local.",
                "www.example.com.cluster.local.",
                "www.example.com."),
            2,
            true);

    assertThat(cost.summary())
        .isEqualTo(
            "8 questions, 6 of them in vain; \"www.example.com.\" or ndots: 2 in dnsConfig would"
                + " save 6");
  }

  @Test
  void with_one_dot_only_ndots_1_would_help() {
    NameCost cost = new NameCost("example.com", List.of("example.com.a.", "example.com."), 1, true);

    assertThat(cost.hint()).contains("\"example.com.\" or ndots: 1 in dnsConfig would save 1");
  }

  @Test
  void a_service_of_another_namespace_has_a_full_name() {
    NameCost cost =
        new NameCost(
            "cart.shop",
            List.of("cart.shop.web.svc.cluster.local.", "cart.shop.svc.cluster.local."),
            2,
            true);

    assertThat(cost.hint())
        .contains(
            "\"cart.shop.svc.cluster.local.\" or, without the dot, with ndots: 2, would save 2");
  }

  @Test
  void what_is_found_at_once_costs_no_more_than_it_must() {
    NameCost cost = new NameCost("cart", List.of("cart.shop.svc.cluster.local."), 2, true);

    assertThat(cost.hint()).isEmpty();
    assertThat(cost.summary()).isEqualTo("2 questions");
  }

  @Test
  void for_a_name_that_nobody_has_there_is_no_advice() {
    NameCost cost = new NameCost("a", List.of("a.b.", "a."), 1, false);

    assertThat(cost.questions()).isEqualTo(2);
    assertThat(cost.hint()).isEmpty();
  }
}
