package io.kubehop.dns.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.message.DomainName;
import io.kubehop.dns.message.RecordType;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static final List<String> LIST = List.of("shop.svc.cluster.local", "cluster.local");

  private static ResolvConf conf(List<String> searches, String... options) {
    return new ResolvConf(List.of(IpAddress.parse("10.96.0.10")), searches, List.of(options));
  }

  private static List<String> glibc(String name, ResolvConf conf) {
    return texts(new GlibcSearch(name, conf).candidates());
  }

  private static List<String> musl(String name, ResolvConf conf) {
    return texts(new MuslSearch(name, true, conf).candidates());
  }

  private static List<String> texts(List<DomainName> names) {
    return names.stream().map(DomainName::toString).toList();
  }

  @Test
  void few_dots_put_the_list_first() {
    assertThat(glibc("cart", conf(LIST, "ndots:5")))
        .containsExactly("cart.shop.svc.cluster.local.", "cart.cluster.local.", "cart.");
    assertThat(musl("cart", conf(LIST, "ndots:5")))
        .containsExactly("cart.shop.svc.cluster.local.", "cart.cluster.local.", "cart.");
  }

  @Test
  void enough_dots_put_the_name_first_and_musl_leaves_it_at_that() {
    assertThat(glibc("a.b", conf(LIST, "ndots:1")))
        .containsExactly("a.b.", "a.b.shop.svc.cluster.local.", "a.b.cluster.local.");
    assertThat(musl("a.b", conf(LIST, "ndots:1"))).containsExactly("a.b.");
  }

  @Test
  void ndots_0_asks_even_a_single_label_as_it_is_first() {
    assertThat(glibc("cart", conf(LIST, "ndots:0"))).startsWith("cart.");
  }

  @Test
  void ndots_is_15_at_most_and_the_last_one_counts() {
    assertThat(conf(LIST, "ndots:20").ndots()).isEqualTo(15);
    assertThat(conf(LIST, "ndots:5", "ndots:2").ndots()).isEqualTo(2);
    assertThat(conf(LIST).ndots()).isEqualTo(1);
  }

  @Test
  void a_root_in_the_list_stands_for_the_name_as_it_is() {
    assertThat(glibc("cart", conf(List.of("."), "ndots:5"))).containsExactly("cart.");
  }

  @Test
  void musl_passes_over_a_list_that_does_not_fit_its_buffer() {
    String longest =
        "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(60);
    String domain = longest.substring(0, 240);

    assertThat(musl("cart", conf(List.of(domain, "cluster.local"), "ndots:5")))
        .containsExactly("cart.");
    assertThat(glibc("cart", conf(List.of("x".repeat(60), "cluster.local"), "ndots:5"))).hasSize(3);
  }

  @Test
  void musl_searches_for_addresses_only() {
    assertThat(texts(new MuslSearch("cart", false, conf(LIST, "ndots:5")).candidates()))
        .containsExactly("cart.");
  }

  @Test
  void settings_keep_the_limits_of_each_library() {
    ResolvConf extreme = conf(LIST, "timeout:90", "attempts:20", "rotate", "use-vc", "edns0");
    ResolverSettings glibc = new ResolverSettings(Libc.GLIBC, extreme);
    ResolverSettings musl = new ResolverSettings(Libc.MUSL, extreme);

    assertThat(glibc.timeoutSeconds()).isEqualTo(30);
    assertThat(glibc.attempts()).isEqualTo(5);
    assertThat(glibc.rotates()).isTrue();
    assertThat(glibc.alwaysTcp()).isTrue();
    assertThat(glibc.edns()).isNotNull();
    assertThat(musl.timeoutSeconds()).isEqualTo(60);
    assertThat(musl.attempts()).isEqualTo(10);
    assertThat(musl.rotates()).isFalse();
    assertThat(musl.edns()).isNull();
  }

  @Test
  void only_the_first_three_servers_are_asked() {
    List<IpAddress> four =
        List.of("192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.4").stream()
            .map(IpAddress::parse)
            .toList();

    assertThat(new ResolvConf(four, List.of(), List.of()).servers()).hasSize(3);
    assertThat(new ResolvConf(List.of(), List.of(), List.of()).servers())
        .containsExactly(IpAddress.LOOPBACK_V4);
  }

  @Test
  void every_type_can_be_asked_for_with_glibc() {
    assertThat(
            new ResolverSettings(Libc.GLIBC, conf(LIST, "ndots:5"))
                .search("cart", List.of(RecordType.SRV))
                .candidates())
        .hasSize(3);
  }
}
