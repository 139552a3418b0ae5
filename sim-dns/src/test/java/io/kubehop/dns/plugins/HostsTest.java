package io.kubehop.dns.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.dns.testing.DnsCluster;
import org.junit.jupiter.api.Test;

class HostsTest {
  private static final String[] PLAIN = {
    "hosts {",
    "  192.0.2.7 gateway.example.com alias.example.com",
    "  2001:db8::7 six.example.com",
    "}"
  };

  @Test
  void the_owner_is_in_lower_case_and_lives_for_an_hour() {
    assertThat(DnsCluster.ofBlock("", PLAIN).answers("Gateway.Example.com.", "A"))
        .containsExactly("gateway.example.com. 3600 IN A 192.0.2.7");
  }

  @Test
  void an_address_has_all_its_names() {
    assertThat(DnsCluster.ofBlock("", PLAIN).answers("7.2.0.192.in-addr.arpa.", "PTR"))
        .containsExactlyInAnyOrder(
            "7.2.0.192.in-addr.arpa. 3600 IN PTR gateway.example.com.",
            "7.2.0.192.in-addr.arpa. 3600 IN PTR alias.example.com.");
  }

  @Test
  void a_known_name_without_the_family_has_no_data_and_no_authority() {
    LookupResult result = DnsCluster.ofBlock("", PLAIN).ask("gateway.example.com.", "AAAA");

    assertThat(result.rcodeText()).isEqualTo("NOERROR");
    assertThat(result.answers()).isEmpty();
    assertThat(result.authority()).isEmpty();
  }

  @Test
  void an_unknown_name_is_a_failure_without_fallthrough() {
    assertThat(DnsCluster.ofBlock("", PLAIN).ask("other.example.com.", "A").rcodeText())
        .isEqualTo("SERVFAIL");
  }

  @Test
  void fallthrough_may_be_for_some_zones_only() {
    DnsCluster cluster =
        DnsCluster.ofBlock(
            "",
            "hosts {",
            "  192.0.2.7 gateway.example.com",
            "  fallthrough example.net",
            "}",
            "forward . /etc/resolv.conf");
    cluster.outside().add("www.example.net", "A 203.0.113.80");
    cluster.outside().add("www.example.com", "A 203.0.113.80");

    assertThat(cluster.answers("www.example.net.", "A")).hasSize(1);
    assertThat(cluster.ask("www.example.com.", "A").rcodeText()).isEqualTo("SERVFAIL");
  }

  @Test
  void it_hides_a_service_of_the_same_name() {
    DnsCluster cluster =
        DnsCluster.ofBlock(
            """
            apiVersion: v1
            kind: Service
            metadata: {name: cart, namespace: shop}
            spec: {clusterIP: 10.96.0.12, ports: [{port: 80}]}
            """,
            "kubernetes cluster.local",
            "hosts {",
            "  192.0.2.7 cart.shop.svc.cluster.local",
            "  fallthrough",
            "}");

    assertThat(cluster.answers("cart.shop.svc.cluster.local.", "A"))
        .containsExactly("cart.shop.svc.cluster.local. 3600 IN A 192.0.2.7");
    assertThat(cluster.ask("cart.shop.svc.cluster.local.", "SRV").answers()).isEmpty();
  }

  @Test
  void ttl_and_no_reverse() {
    DnsCluster cluster =
        DnsCluster.ofBlock("", "hosts {", "  192.0.2.7 a.example", "  ttl 60", "  no_reverse", "}");

    assertThat(cluster.answers("a.example.", "A")).containsExactly("a.example. 60 IN A 192.0.2.7");
    assertThat(cluster.ask("7.2.0.192.in-addr.arpa.", "PTR").answers()).isEmpty();
  }
}
