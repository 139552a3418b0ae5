package io.kubehop.dns.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.dns.testing.DnsCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PluginsTest {
  private static final String CART =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {clusterIP: 10.96.0.12, selector: {app: cart}, ports: [{port: 80}]}
      ---
      """;

  private static DnsCluster with(String... directives) {
    String block = ".:53 {\n" + String.join("\n", directives).indent(2) + "}\n";
    return DnsCluster.of(CART + DnsCluster.corefile(block));
  }

  @Test
  void hostsAnswersForItsNamesAndPassesOthersOnIfToldSo() {
    DnsCluster cluster =
        with(
            "hosts {\n  192.0.2.7 gateway.example.com\n  fallthrough\n}",
            "forward . /etc/resolv.conf");
    cluster.outside().add("www.example.com", "A 203.0.113.80");

    assertThat(cluster.answers("gateway.example.com.", "A"))
        .containsExactly("gateway.example.com. 3600 IN A 192.0.2.7");
    assertThat(cluster.answers("www.example.com.", "A"))
        .containsExactly("www.example.com. 300 IN A 203.0.113.80");
  }

  @Test
  void aRewrittenNameIsAnsweredUnderTheNameThatWasAskedFor() {
    DnsCluster cluster =
        with("rewrite name cart.local cart.shop.svc.cluster.local", "kubernetes cluster.local");

    assertThat(cluster.answers("cart.local.", "A"))
        .containsExactly("cart.local. 5 IN A 10.96.0.12");
  }

  @Test
  void aTemplateFillsInWhatItsPatternFound() {
    DnsCluster cluster =
        with(
            "template IN A example.com {",
            "  match ^ip-([0-9]+)[.]example[.]com[.]$",
            "  answer \"{{ .Name }} 60 IN A 192.0.2.{{ index .Match 1 }}\"",
            "}");

    assertThat(cluster.answers("ip-9.example.com.", "A"))
        .containsExactly("ip-9.example.com. 60 IN A 192.0.2.9");
  }

  @Test
  void aZoneOfItsOwnIsAskedAtItsOwnServer() {
    DnsCluster cluster =
        DnsCluster.of(
            DnsCluster.corefile(
                """
                .:53 {
                  forward corp.example 127.0.0.1:5300
                }
                corp.example:5300 {
                  hosts {
                    192.0.2.8 db.corp.example
                  }
                }
                """));

    assertThat(cluster.answers("db.corp.example.", "A"))
        .containsExactly("db.corp.example. 3600 IN A 192.0.2.8");
    assertThat(cluster.ask("www.example.com.", "A").rcodeText()).isEqualTo("SERVFAIL");
  }

  @Test
  void theOrderOfPluginsIsFixedAndNotThatOfTheLines() {
    DnsCluster cluster = with("forward . /etc/resolv.conf", "hosts {\n  192.0.2.7 a.example\n}");

    assertThat(cluster.answers("a.example.", "A")).hasSize(1);
  }

  @Test
  void withASilentServerOutsideTheFailureComesAfterForwardsPatience() {
    DnsCluster cluster = with("forward . 198.51.100.99");
    LookupResult result = cluster.ask("www.example.com.", "A");

    assertThat(result.rcodeText()).isIn("SERVFAIL", null);
    assertThat(Duration.ofNanos(result.ended() - result.begun()))
        .isLessThan(Duration.ofSeconds(11));
  }

  @Test
  void aLoopOfForwardersStopsTheServer() {
    DnsCluster cluster = with("loop", "forward . 10.244.0.253");
    cluster.advance(Duration.ofSeconds(10));

    assertThat(cluster.ask("www.example.com.", "A").rcode()).isNull();
  }

  @Test
  void aServerThatForwardsToItselfFailsAtLast() {
    DnsCluster cluster = with("forward . 10.244.0.253");

    assertThat(cluster.ask("www.example.com.", "A").rcodeText()).isEqualTo("SERVFAIL");
  }

  @Test
  void whereEveryServerRefusesAndSeemsDownTheAnswerIsAFailure() {
    DnsCluster cluster = with("forward . 127.0.0.1:5999");

    assertThat(cluster.ask("www.example.com.", "A").rcodeText()).isEqualTo("SERVFAIL");
    cluster.advance(Duration.ofSeconds(5));
    LookupResult second = cluster.ask("www.example.com.", "A");
    assertThat(second.rcodeText()).isEqualTo("SERVFAIL");
    assertThat(Duration.ofNanos(second.ended() - second.begun())).isLessThan(Duration.ofMillis(5));
  }

  @Test
  void autopathAnswersTheFirstQuestionWithWhatTheLastWouldFind() {
    DnsCluster cluster =
        with(
            "autopath @kubernetes",
            "kubernetes cluster.local {\n  pods verified\n}",
            "forward . /etc/resolv.conf");
    cluster.outside().add("www.example.com", "A 203.0.113.80");
    LookupResult result = cluster.ask("www.example.com", "A");

    assertThat(result.queries()).containsExactly("www.example.com.default.svc.cluster.local.");
    assertThat(result.answers()).hasSize(2);
  }
}
