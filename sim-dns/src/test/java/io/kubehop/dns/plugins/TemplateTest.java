package io.kubehop.dns.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.dns.testing.DnsCluster;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void a_code_without_a_pattern_is_for_all_names_of_the_zone() {
    DnsCluster cluster =
        DnsCluster.ofBlock("", "template ANY ANY blocked.example {", "  rcode NXDOMAIN", "}");

    assertThat(cluster.ask("any.name.blocked.example.", "TXT").rcodeText()).isEqualTo("NXDOMAIN");
  }

  @Test
  void a_name_that_no_pattern_fits_is_a_failure_without_fallthrough() {
    String[] lines = {
      "template IN A example.com {",
      "  match ^ip-",
      "  answer \"{{ .Name }} 60 IN A 192.0.2.1\"",
      "}"
    };

    assertThat(DnsCluster.ofBlock("", lines).ask("www.example.com.", "A").rcodeText())
        .isEqualTo("SERVFAIL");
  }

  @Test
  void groups_have_numbers_or_names() {
    DnsCluster cluster =
        DnsCluster.ofBlock(
            "",
            "template IN A example.com {",
            "  match \"^(?P<a>[0-9]+)-([0-9]+)[.]example[.]com[.]$\"",
            "  answer \"{{ .Name }} 60 IN A 192.0.{{ .Group.a }}.{{ index .Match 2 }}\"",
            "}");

    assertThat(cluster.answers("2-9.example.com.", "A"))
        .containsExactly("2-9.example.com. 60 IN A 192.0.2.9");
  }

  @Test
  void several_records_and_sections() {
    DnsCluster cluster =
        DnsCluster.ofBlock(
            "",
            "template IN MX example.com {",
            "  answer \"{{ .Name }} 60 IN MX 10 mail.{{ .Name }}\"",
            "  additional \"mail.{{ .Name }} 60 IN A 192.0.2.25\"",
            "  authority \"example.com. 60 IN NS ns.example.com.\"",
            "}");

    assertThat(cluster.ask("example.com.", "MX"))
        .satisfies(
            result -> {
              assertThat(result.answers())
                  .hasToString("[example.com. 60 IN MX 10 mail.example.com.]");
              assertThat(result.additional()).hasToString("[mail.example.com. 60 IN A 192.0.2.25]");
              assertThat(result.authority()).hasToString("[example.com. 60 IN NS ns.example.com.]");
            });
  }

  @Test
  void another_type_goes_to_the_next_plugin() {
    DnsCluster cluster =
        DnsCluster.ofBlock(
            "",
            "template IN A example.com {",
            "  answer \"{{ .Name }} 60 IN A 192.0.2.1\"",
            "}",
            "forward . /etc/resolv.conf");
    cluster.outside().add("www.example.com", "TXT \"outside\"");

    assertThat(cluster.answers("www.example.com.", "TXT")).hasSize(1);
  }
}
