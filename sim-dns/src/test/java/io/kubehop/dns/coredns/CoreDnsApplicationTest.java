package io.kubehop.dns.coredns;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.dns.testing.DnsCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CoreDnsApplicationTest {
  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {clusterIP: 10.96.0.12, selector: {app: cart}, ports: [{name: http, port: 80}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: outside, namespace: shop}
      spec: {type: ExternalName, externalName: www.example.com}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: db, namespace: shop}
      spec: {clusterIP: None, ports: [{name: sql, port: 5432}]}
      ---
      apiVersion: discovery.k8s.io/v1
      kind: EndpointSlice
      metadata: {name: db-1, namespace: shop, labels: {kubernetes.io/service-name: db}}
      addressType: IPv4
      ports: [{name: sql, port: 5432, protocol: TCP}]
      endpoints:
      - {addresses: [10.244.0.20], hostname: db-0, conditions: {ready: true}}
      - {addresses: [10.244.0.21], conditions: {ready: true}}
      - {addresses: [10.244.0.22], conditions: {ready: false}}
      """;

  private final DnsCluster cluster = DnsCluster.of(OBJECTS);

  @Test
  void aServiceHasItsAddressForFiveSeconds() {
    assertThat(cluster.answers("cart.shop.svc.cluster.local.", "A"))
        .containsExactly("cart.shop.svc.cluster.local. 5 IN A 10.96.0.12");
  }

  @Test
  void aServiceWithoutAnAddressOfAFamilyHasNoData() {
    LookupResult result = cluster.ask("cart.shop.svc.cluster.local.", "AAAA");

    assertThat(result.rcodeText()).isEqualTo("NOERROR");
    assertThat(result.answers()).isEmpty();
    assertThat(result.authority()).hasSize(1);
  }

  @Test
  void aHeadlessServiceHasTheAddressesOfItsReadyEndpoints() {
    assertThat(cluster.answers("db.shop.svc.cluster.local.", "A"))
        .containsExactlyInAnyOrder(
            "db.shop.svc.cluster.local. 5 IN A 10.244.0.20",
            "db.shop.svc.cluster.local. 5 IN A 10.244.0.21");
  }

  @Test
  void anEndpointIsNamedByItsHostnameElseByItsAddress() {
    assertThat(cluster.answers("_sql._tcp.db.shop.svc.cluster.local.", "SRV"))
        .containsExactlyInAnyOrder(
            "_sql._tcp.db.shop.svc.cluster.local. 5 IN SRV 0 50 5432"
                + " db-0.db.shop.svc.cluster.local.",
            "_sql._tcp.db.shop.svc.cluster.local. 5 IN SRV 0 50 5432"
                + " 10-244-0-21.db.shop.svc.cluster.local.");
  }

  @Test
  void anAddressLeadsBackToItsService() {
    assertThat(cluster.answers("12.0.96.10.in-addr.arpa.", "PTR"))
        .containsExactly("12.0.96.10.in-addr.arpa. 5 IN PTR cart.shop.svc.cluster.local.");
  }

  @Test
  void anExternalNameIsChasedOutside() {
    cluster.outside().add("www.example.com", "A 203.0.113.80");

    assertThat(cluster.answers("outside.shop.svc.cluster.local.", "A"))
        .contains("outside.shop.svc.cluster.local. 5 IN CNAME www.example.com.")
        .hasSize(2);
  }

  @Test
  void aServerThatDoesNotKnowExternalNamesHasNoSuchName() {
    DnsCluster old = DnsCluster.ofServer("kubehop.io/dns-external-name: 'false'", OBJECTS);
    old.outside().add("www.example.com", "A 203.0.113.80");

    assertThat(old.answers("outside.shop.svc.cluster.local.", "A")).isEmpty();
  }

  @Test
  void aMissingServiceIsDeniedWithTheZonesAuthority() {
    LookupResult result = cluster.ask("ghost.shop.svc.cluster.local.", "A");

    assertThat(result.rcodeText()).isEqualTo("NXDOMAIN");
    assertThat(result.authority().get(0).toString()).startsWith("cluster.local. 5 IN SOA");
  }

  @Test
  void aChangedCorefileIsFollowedWithinAboutTwoMinutes() {
    String ttl = ".:53 {\n  kubernetes cluster.local {\n    ttl %d\n  }\n  reload\n}\n";
    DnsCluster changing = DnsCluster.of(OBJECTS + "---\n" + DnsCluster.corefile(ttl.formatted(10)));
    assertThat(changing.answers("cart.shop.svc.cluster.local.", "A").get(0)).contains(" 10 IN ");

    long before = changing.simulation().now();
    changing.apply(DnsCluster.corefile(ttl.formatted(20)));
    Duration passed = Duration.ofNanos(changing.simulation().now() - before);

    assertThat(passed).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(2));
    assertThat(changing.answers("cart.shop.svc.cluster.local.", "A").get(0)).contains(" 20 IN ");
  }

  @Test
  void whatIsNotModelledIsReportedWithItsLine() {
    DnsCluster other =
        DnsCluster.of(DnsCluster.corefile(".:53 {\n  kubernetes cluster.local\n  etcd\n}\n"));

    assertThat(other.servers().findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.line()).isEqualTo(3);
              assertThat(finding.message()).contains("etcd");
            });
  }

  @Test
  void theCacheKeepsAnswersForTheirTimeOnly() {
    DnsCluster caching =
        DnsCluster.of(
            OBJECTS
                + "---\n"
                + DnsCluster.corefile(
                    ".:53 {\n  kubernetes cluster.local {\n    ttl 30\n  }\n  cache 30\n}\n"));
    caching.ask("cart.shop.svc.cluster.local.", "A");
    caching.advance(Duration.ofSeconds(10));
    assertThat(caching.answers("cart.shop.svc.cluster.local.", "A").get(0)).contains(" 20 IN ");

    caching.advance(Duration.ofSeconds(21));
    assertThat(caching.answers("cart.shop.svc.cluster.local.", "A").get(0)).contains(" 30 IN ");
  }
}
