package io.kubehop.dns.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.dns.testing.DnsCluster;
import org.junit.jupiter.api.Test;

class RewriteTest {
  private static final String CART =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {clusterIP: 10.96.0.12, ports: [{name: http, port: 80}]}
      """;

  private static DnsCluster with(String... rules) {
    String[] lines = new String[rules.length + 1];
    System.arraycopy(rules, 0, lines, 0, rules.length);
    lines[rules.length] = "kubernetes cluster.local";
    return DnsCluster.ofBlock(CART, lines);
  }

  @Test
  void an_exact_name_is_answered_under_the_name_that_was_asked_for() {
    assertThat(
            with("rewrite name cart.example.com cart.shop.svc.cluster.local")
                .answers("cart.example.com.", "A"))
        .containsExactly("cart.example.com. 5 IN A 10.96.0.12");
  }

  @Test
  void an_exact_rule_rewrites_the_targets_of_service_records_too() {
    assertThat(
            with("rewrite name exact cart.example.com cart.shop.svc.cluster.local")
                .answers("cart.example.com.", "SRV"))
        .containsExactly("cart.example.com. 5 IN SRV 0 100 80 cart.example.com.");
  }

  @Test
  void a_suffix_shows_the_inner_name_unless_it_says_answer_auto() {
    assertThat(
            with("rewrite name suffix .example.com .shop.svc.cluster.local")
                .answers("cart.example.com.", "A"))
        .containsExactly("cart.shop.svc.cluster.local. 5 IN A 10.96.0.12");
    assertThat(
            with("rewrite name suffix .example.com .shop.svc.cluster.local answer auto")
                .answers("cart.example.com.", "A"))
        .containsExactly("cart.example.com. 5 IN A 10.96.0.12");
  }

  @Test
  void a_substring_is_replaced_in_the_middle() {
    assertThat(
            with("rewrite name substring .store. .shop. answer auto")
                .answers("cart.store.svc.cluster.local.", "A"))
        .containsExactly("cart.store.svc.cluster.local. 5 IN A 10.96.0.12");
  }

  @Test
  void a_pattern_fills_its_groups_in() {
    assertThat(
            with(
                    "rewrite {",
                    "  name regex (.*)[.]example[.]com {1}.shop.svc.cluster.local",
                    "  answer name (.*)[.]shop[.]svc[.]cluster[.]local {1}.example.com",
                    "}")
                .answers("cart.example.com.", "A"))
        .containsExactly("cart.example.com. 5 IN A 10.96.0.12");
  }

  @Test
  void the_first_rule_that_fits_is_the_last_one() {
    assertThat(
            with(
                    "rewrite name a.example b.example",
                    "rewrite name b.example cart.shop.svc.cluster.local")
                .ask("a.example.", "A")
                .answers())
        .isEmpty();
    assertThat(
            with(
                    "rewrite continue name a.example b.example",
                    "rewrite name b.example cart.shop.svc.cluster.local")
                .answers("a.example.", "A"))
        .containsExactly("a.example. 5 IN A 10.96.0.12");
  }

  @Test
  void the_type_of_a_question_can_be_another() {
    LookupResult result = with("rewrite type ANY A").ask("cart.shop.svc.cluster.local.", "ANY");

    assertThat(LookupResult.texts(result.answers()))
        .containsExactly("cart.shop.svc.cluster.local. 5 IN A 10.96.0.12");
  }

  @Test
  void ttls_can_be_clamped() {
    assertThat(
            with("rewrite ttl cart.shop.svc.cluster.local 30-60")
                .answers("cart.shop.svc.cluster.local.", "A"))
        .containsExactly("cart.shop.svc.cluster.local. 30 IN A 10.96.0.12");
  }
}
