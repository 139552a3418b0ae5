package io.kubehop.dns.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.resolver.Resolution;
import io.kubehop.core.time.Branch;
import io.kubehop.core.time.Explorer;
import io.kubehop.dns.testing.DnsCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StubResolverTest {
  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: default}
      spec: {clusterIP: 10.96.0.12, selector: {app: cart}, ports: [{port: 80}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {clusterIP: 10.96.0.13, selector: {app: cart}, ports: [{port: 80}]}
      """;

  private final DnsCluster cluster = DnsCluster.of(OBJECTS);

  private LookupResult both(Libc libc, String name) {
    return cluster.resolver(libc).lookUp(name, StubResolver.BOTH_FAMILIES).complete();
  }

  @Test
  void theFirstSearchDomainIsTheNamespace() {
    LookupResult result = cluster.ask("cart", "A");

    assertThat(result.queries()).containsExactly("cart.default.svc.cluster.local.");
    assertThat(LookupResult.texts(result.answers()))
        .containsExactly("cart.default.svc.cluster.local. 5 IN A 10.96.0.12");
  }

  @Test
  void aNameWithItsNamespaceIsFoundAtTheSecondTry() {
    assertThat(both(Libc.GLIBC, "cart.shop").queries())
        .containsExactly("cart.shop.default.svc.cluster.local.", "cart.shop.svc.cluster.local.");
  }

  @Test
  void aNameWithFewDotsIsTriedAsItIsLast() {
    assertThat(cluster.ask("a.b", "A").queries())
        .containsExactly(
            "a.b.default.svc.cluster.local.",
            "a.b.svc.cluster.local.",
            "a.b.cluster.local.",
            "a.b.");
  }

  @Test
  void aFinalDotKeepsTheSearchListOut() {
    assertThat(cluster.ask("a.b.", "A").queries()).containsExactly("a.b.");
  }

  @Test
  void muslNeverAppendsToANameWithEnoughDots() {
    String name = "a.b.c.d.e.example.com";

    assertThat(both(Libc.MUSL, name).queries()).containsExactly(name + ".");
    assertThat(both(Libc.GLIBC, name).queries()).hasSize(4);
  }

  @Test
  void glibcAsksASilentServerTwiceForFiveSecondsEach() {
    cluster.setServerDown(true);
    LookupResult result =
        cluster.resolver(Libc.GLIBC).lookUp("a.b.", StubResolver.BOTH_FAMILIES).complete();

    assertThat(result.rcode()).isNull();
    assertThat(Duration.ofNanos(result.ended() - result.begun()))
        .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
  }

  @Test
  void aPodFindsItselfInItsHostsFile() {
    LookupResult result = cluster.ask("client", "A");

    assertThat(result.queries()).isEmpty();
    assertThat(result.answers()).hasSize(1);
  }

  @Test
  void programsHearOfTheAddressesOnce() {
    List<Resolution> heard = new ArrayList<>();
    cluster.resolver(Libc.GLIBC).resolve("cart", heard::add);
    cluster.advance(Duration.ofSeconds(1));

    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).addresses()).containsExactly(IpAddress.parse("10.96.0.12"));
  }

  @Test
  void anAddressResolvesToItselfWithoutAPacket() {
    List<Resolution> heard = new ArrayList<>();
    cluster.resolver(Libc.GLIBC).resolve("192.0.2.1", heard::add);

    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).addresses()).containsExactly(IpAddress.parse("192.0.2.1"));
  }

  @Test
  void theFirstOfTwoAddressesIsEachWithEqualShare() {
    cluster.apply(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: db, namespace: default}
        spec: {clusterIP: None, ports: [{port: 80}]}
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: db-1, namespace: default, labels: {kubernetes.io/service-name: db}}
        addressType: IPv4
        ports: [{port: 80}]
        endpoints: [{addresses: [10.244.0.20]}, {addresses: [10.244.0.21]}]
        """);
    Lookup lookup = cluster.resolver(Libc.GLIBC).lookUp("db", StubResolver.BOTH_FAMILIES);

    List<Branch<LookupResult>> branches = new Explorer(cluster.simulation()).explore(lookup);

    assertThat(branches).hasSize(2);
    assertThat(branches).extracting(branch -> branch.share().toDouble()).containsOnly(0.5);
    assertThat(branches)
        .extracting(branch -> String.valueOf(branch.result().answers().get(0).address()))
        .containsExactlyInAnyOrder("10.244.0.20", "10.244.0.21");
    assertThat(lookup.result()).isNull();
  }
}
