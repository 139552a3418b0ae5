package io.kubehop.dns.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.testing.DnsCluster;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How the libraries deal with servers: which one, how often, how long, over what. */
class ServersTest {
  private static final String MANY =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: many, namespace: default}
      spec: {clusterIP: None, ports: [{port: 80}]}
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: many-1, namespace: default, labels: {kubernetes.io/service-name: many}}
      addressType: IPv4
      ports: [{port: 80}]
      endpoints: [%s]
      """;
  private static final String SILENT = "198.51.100.99";
  private static final String GOOD = "10.96.0.10";

  private static String many(int count) {
    return MANY.formatted(
        IntStream.range(0, count)
            .mapToObj(i -> "{addresses: [10.244.7." + (i + 1) + "]}")
            .collect(Collectors.joining(", ")));
  }

  private static LookupResult ask(Libc libc, List<String> servers, String name, String... options) {
    DnsCluster cluster = DnsCluster.of(many(60));
    List<IpAddress> addresses = servers.stream().map(IpAddress::parse).toList();
    ResolvConf conf = new ResolvConf(addresses, List.of(), List.of(options));
    return cluster.resolver(libc, conf).lookUp(name, StubResolver.BOTH_FAMILIES).complete();
  }

  private static final String NAME = "many.default.svc.cluster.local.";

  @Test
  void glibc_asks_the_second_server_after_the_timeout_of_the_first() {
    LookupResult result = ask(Libc.GLIBC, List.of(SILENT, GOOD), NAME, "timeout:3");

    assertThat(result.answers()).isNotEmpty();
    assertThat(result.took()).isBetween(Duration.ofSeconds(3), Duration.ofMillis(3100));
  }

  @Test
  void musl_asks_both_at_once() {
    LookupResult result = ask(Libc.MUSL, List.of(SILENT, GOOD), NAME);

    assertThat(result.answers()).isNotEmpty();
    assertThat(result.took()).isLessThan(Duration.ofMillis(100));
  }

  @Test
  void attempts_are_rounds_over_all_servers() {
    assertThat(ask(Libc.GLIBC, List.of(SILENT), NAME, "timeout:1", "attempts:4").took())
        .isEqualTo(Duration.ofSeconds(4));
    assertThat(ask(Libc.MUSL, List.of(SILENT), NAME, "timeout:6", "attempts:3").took())
        .isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void what_does_not_fit_into_a_datagram_glibc_asks_for_again_over_tcp() {
    assertThat(ask(Libc.GLIBC, List.of(GOOD), NAME).answers()).hasSize(60);
  }

  @Test
  void musl_takes_what_fits() {
    assertThat(ask(Libc.MUSL, List.of(GOOD), NAME).answers()).hasSize(29);
  }

  @Test
  void with_extensions_more_fits() {
    LookupResult result = ask(Libc.GLIBC, List.of(GOOD), NAME, "edns0");

    assertThat(result.answers()).hasSize(60);
    assertThat(result.replies().get(0).isTruncated()).isFalse();
  }

  @Test
  void use_vc_asks_over_tcp_at_once() {
    assertThat(ask(Libc.GLIBC, List.of(GOOD), NAME, "use-vc").answers()).hasSize(60);
  }

  @Test
  void single_request_asks_for_one_family_after_the_other() {
    Duration together = ask(Libc.GLIBC, List.of(GOOD), "ghost.many.").took();
    Duration oneByOne = ask(Libc.GLIBC, List.of(GOOD), "ghost.many.", "single-request").took();
    Duration musl = ask(Libc.MUSL, List.of(GOOD), "ghost.many.", "single-request").took();

    assertThat(oneByOne).isGreaterThan(together);
    assertThat(musl).isEqualTo(ask(Libc.MUSL, List.of(GOOD), "ghost.many.").took());
  }

  @Test
  void a_server_that_fails_is_passed_over_for_the_next_one() {
    DnsCluster cluster = DnsCluster.of(many(2));
    ResolvConf conf =
        new ResolvConf(
            List.of(IpAddress.parse(GOOD), IpAddress.parse("192.0.2.53")), List.of(), List.of());
    cluster.outside().add("www.example.com", "A 203.0.113.80");

    LookupResult result =
        cluster
            .resolver(Libc.GLIBC, conf)
            .lookUp("www.example.com.", StubResolver.BOTH_FAMILIES)
            .complete();

    assertThat(result.answers()).hasSize(1);
  }

  @Test
  void rotate_begins_with_any_of_the_servers() {
    DnsCluster cluster = DnsCluster.of(many(2));
    ResolvConf conf =
        new ResolvConf(
            List.of(IpAddress.parse(GOOD), IpAddress.parse(SILENT)),
            List.of(),
            List.of("rotate", "timeout:1"));
    long slow =
        IntStream.range(0, 12)
            .mapToObj(
                i -> cluster.resolver(Libc.GLIBC, conf).lookUp(NAME, StubResolver.BOTH_FAMILIES))
            .map(Lookup::complete)
            .filter(result -> result.took().compareTo(Duration.ofSeconds(1)) >= 0)
            .count();

    assertThat(slow).isBetween(1L, 11L);
  }
}
