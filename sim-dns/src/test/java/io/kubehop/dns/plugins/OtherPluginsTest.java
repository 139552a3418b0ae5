package io.kubehop.dns.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.dns.testing.DnsCluster;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OtherPluginsTest {
  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: public, namespace: shop}
      spec: {clusterIP: 10.96.0.13, externalIPs: [198.51.100.7], ports: [{name: http, port: 80}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: private, namespace: shop}
      spec: {clusterIP: 10.96.0.14, ports: [{name: http, port: 80}]}
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
      ports: [{name: sql, port: 5432}]
      endpoints: [{addresses: [10.244.0.20]}, {addresses: [10.244.0.21]}, {addresses: [10.244.0.22]}]
      """;

  @Test
  void k8s_external_knows_addresses_outside_and_nothing_else() {
    DnsCluster cluster =
        DnsCluster.ofBlock(OBJECTS, "kubernetes cluster.local", "k8s_external example.org");

    assertThat(cluster.answers("public.shop.example.org.", "A"))
        .containsExactly("public.shop.example.org. 5 IN A 198.51.100.7");
    assertThat(cluster.answers("_http._tcp.public.shop.example.org.", "SRV"))
        .containsExactly(
            "_http._tcp.public.shop.example.org. 5 IN SRV 0 100 80 public.shop.example.org.");
    assertThat(cluster.ask("private.shop.example.org.", "A").rcodeText()).isEqualTo("NXDOMAIN");
    assertThat(cluster.ask("db.shop.example.org.", "A").rcodeText()).isEqualTo("NXDOMAIN");
  }

  @Test
  void k8s_external_adds_headless_services_if_told_so() {
    DnsCluster cluster =
        DnsCluster.ofBlock(
            OBJECTS, "kubernetes cluster.local", "k8s_external example.org {", "  headless", "}");

    assertThat(cluster.answers("db.shop.example.org.", "A")).hasSize(3);
  }

  @Test
  void loadbalance_gives_each_address_the_first_place_now_and_then() {
    DnsCluster cluster = DnsCluster.ofBlock(OBJECTS, "loadbalance", "kubernetes cluster.local");
    List<String> first =
        IntStream.range(0, 40)
            .mapToObj(i -> cluster.answers("db.shop.svc.cluster.local.", "A").get(0))
            .distinct()
            .toList();

    assertThat(first).hasSize(3);
  }

  @Test
  void without_loadbalance_the_order_is_that_of_the_slices() {
    DnsCluster cluster = DnsCluster.ofBlock(OBJECTS, "kubernetes cluster.local");

    assertThat(cluster.answers("db.shop.svc.cluster.local.", "A"))
        .extracting(record -> record.substring(record.lastIndexOf(' ') + 1))
        .containsExactly("10.244.0.20", "10.244.0.21", "10.244.0.22");
  }

  @Test
  void minimal_leaves_out_what_nobody_asked_for() {
    DnsCluster cluster = DnsCluster.ofBlock(OBJECTS, "minimal", "kubernetes cluster.local");
    LookupResult services = cluster.ask("_sql._tcp.db.shop.svc.cluster.local.", "SRV");

    assertThat(services.answers()).hasSize(3);
    assertThat(services.additional()).isEmpty();
    assertThat(cluster.ask("ghost.shop.svc.cluster.local.", "A").authority()).hasSize(1);
  }

  @Test
  void dns64_makes_addresses_for_clients_of_version_4_only_if_told_so() {
    DnsCluster plain = DnsCluster.ofBlock(OBJECTS, "dns64", "kubernetes cluster.local");
    DnsCluster told =
        DnsCluster.ofBlock(OBJECTS, "dns64 {", "  allow_ipv4", "}", "kubernetes cluster.local");

    assertThat(plain.answers("private.shop.svc.cluster.local.", "AAAA")).isEmpty();
    assertThat(told.answers("private.shop.svc.cluster.local.", "AAAA"))
        .containsExactly("private.shop.svc.cluster.local. 5 IN AAAA 64:ff9b::a60:e");
  }

  @Test
  void a_zone_file_is_answered_with_authority() {
    DnsCluster cluster =
        DnsCluster.of(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: coredns, namespace: kube-system}
            data:
              Corefile: |
                .:53 {
                  file /etc/coredns/db.example.org example.org
                }
              db.example.org: |
                $ORIGIN example.org.
                $TTL 300
                @ IN SOA ns.example.org. admin.example.org. 1 7200 1800 86400 60
                @ IN NS ns.example.org.
                ns IN A 192.0.2.1
                www IN CNAME web
                web IN A 192.0.2.2
                *.wild IN A 192.0.2.3
            """);

    assertThat(cluster.answers("www.example.org.", "A"))
        .containsExactly(
            "www.example.org. 300 IN CNAME web.example.org.",
            "web.example.org. 300 IN A 192.0.2.2");
    assertThat(cluster.answers("a.wild.example.org.", "A"))
        .containsExactly("a.wild.example.org. 300 IN A 192.0.2.3");
    LookupResult missing = cluster.ask("nope.example.org.", "A");
    assertThat(missing.rcodeText()).isEqualTo("NXDOMAIN");
    assertThat(missing.authority()).hasSize(1);
  }

  @Test
  void forward_leaves_out_what_it_excepts() {
    DnsCluster cluster =
        DnsCluster.ofBlock("", "forward . /etc/resolv.conf {", "  except corp.example", "}");
    cluster.outside().add("www.corp.example", "A 203.0.113.80");
    cluster.outside().add("www.example.com", "A 203.0.113.80");

    assertThat(cluster.ask("www.corp.example.", "A").rcodeText()).isEqualTo("SERVFAIL");
    assertThat(cluster.answers("www.example.com.", "A")).hasSize(1);
  }

  @Test
  void forward_tries_the_next_server_when_one_is_silent() {
    DnsCluster cluster =
        DnsCluster.ofBlock("", "forward . 198.51.100.99 192.0.2.53 {", "  policy sequential", "}");
    cluster.outside().add("www.example.com", "A 203.0.113.80");
    LookupResult result = cluster.ask("www.example.com.", "A");

    assertThat(result.answers()).hasSize(1);
    assertThat(result.took()).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2100));
  }

  @Test
  void a_corefile_that_cannot_be_read_leaves_the_server_down_and_is_reported() {
    DnsCluster cluster = DnsCluster.ofBlock("", "forwrad . /etc/resolv.conf");

    assertThat(cluster.ask("www.example.com.", "A").rcode()).isNull();
    assertThat(cluster.servers().findings())
        .anySatisfy(
            finding -> assertThat(finding.message()).contains("Unknown directive 'forwrad'"));
  }
}
