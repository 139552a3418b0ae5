package io.kubehop.dns.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.dns.testing.DnsCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CacheTest {
  private static final String CART =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {clusterIP: 10.96.0.12, ports: [{port: 80}]}
      """;
  private static final String NAME = "cart.shop.svc.cluster.local.";

  private static DnsCluster with(String... cache) {
    String[] lines = new String[cache.length + 1];
    System.arraycopy(cache, 0, lines, 0, cache.length);
    lines[cache.length] = "forward . /etc/resolv.conf";
    DnsCluster cluster = DnsCluster.ofBlock(CART, lines);
    cluster.outside().add("www.example.com", "3000 IN A 203.0.113.80");
    cluster.outside().add("short.example.com", "2 IN A 203.0.113.81");
    return cluster;
  }

  private static long ttl(DnsCluster cluster, String name) {
    return cluster.ask(name, "A").answers().get(0).ttl();
  }

  @Test
  void ttls_are_capped_in_the_first_answer_already() {
    assertThat(ttl(with("cache 30"), "www.example.com.")).isEqualTo(30);
    assertThat(ttl(with("cache"), "www.example.com.")).isEqualTo(3000);
    assertThat(ttl(with("cache 7200"), "www.example.com.")).isEqualTo(3000);
  }

  @Test
  void short_ones_are_raised_to_five_seconds() {
    assertThat(ttl(with("cache"), "short.example.com.")).isEqualTo(5);
  }

  @Test
  void an_entry_grows_old_and_dies() {
    DnsCluster cluster = with("cache 30");
    ttl(cluster, "www.example.com.");
    cluster.advance(Duration.ofSeconds(12));
    assertThat(ttl(cluster, "www.example.com.")).isEqualTo(18);
    cluster.advance(Duration.ofSeconds(18));
    assertThat(ttl(cluster, "www.example.com.")).isEqualTo(30);
  }

  @Test
  void an_entry_is_spelled_as_the_one_who_asks_spells_it() {
    DnsCluster cluster = with("cache 30");
    ttl(cluster, "www.example.com.");

    assertThat(cluster.answers("WWW.Example.com.", "A"))
        .containsExactly("WWW.Example.com. 30 IN A 203.0.113.80");
  }

  @Test
  void other_zones_than_those_named_are_left_alone() {
    assertThat(ttl(with("cache 30 example.net"), "www.example.com.")).isEqualTo(3000);
  }

  @Test
  void a_zone_that_is_disabled_is_capped_and_not_kept() {
    DnsCluster cluster = with("cache 30 {", "  disable success example.com", "}");
    assertThat(ttl(cluster, "www.example.com.")).isEqualTo(30);
    cluster.advance(Duration.ofSeconds(10));

    assertThat(ttl(cluster, "www.example.com.")).isEqualTo(30);
  }

  @Test
  void success_and_denial_have_caps_of_their_own() {
    DnsCluster cluster = with("cache {", "  success 1000 60", "  denial 1000 10", "}");

    assertThat(ttl(cluster, "www.example.com.")).isEqualTo(60);
  }

  @Test
  void a_denial_is_kept_as_long_as_its_authority_lives() {
    DnsCluster cluster =
        DnsCluster.ofBlock(CART, "cache 30", "kubernetes cluster.local {", "  ttl 20", "}");
    LookupResult first = cluster.ask("ghost.shop.svc.cluster.local.", "A");
    cluster.apply(CART.replace("cart", "ghost").replace("10.96.0.12", "10.96.0.13"));
    cluster.advance(Duration.ofSeconds(10));

    assertThat(first.authority().get(0).ttl()).isEqualTo(20);
    assertThat(cluster.ask("ghost.shop.svc.cluster.local.", "A").rcodeText()).isEqualTo("NXDOMAIN");
    cluster.advance(Duration.ofSeconds(11));
    assertThat(cluster.answers("ghost.shop.svc.cluster.local.", "A")).hasSize(1);
  }

  @Test
  void keepttl_gives_the_whole_ttl_every_time() {
    DnsCluster cluster = with("cache 30 {", "  keepttl", "}");
    ttl(cluster, "www.example.com.");
    cluster.advance(Duration.ofSeconds(12));

    assertThat(ttl(cluster, "www.example.com.")).isEqualTo(30);
  }

  @Test
  void serve_stale_goes_on_with_an_old_answer() {
    DnsCluster cluster =
        DnsCluster.ofBlock(CART, "cache 30 {", "  serve_stale 1h", "}", "kubernetes cluster.local");
    assertThat(ttl(cluster, NAME)).isEqualTo(5);
    cluster.advance(Duration.ofSeconds(20));

    assertThat(ttl(cluster, NAME)).isZero();
    assertThat(ttl(cluster, NAME)).isEqualTo(5); // renewed behind the scenes
  }
}
