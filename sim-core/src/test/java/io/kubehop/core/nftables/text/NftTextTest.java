package io.kubehop.core.nftables.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubehop.core.nftables.NftRuleset;
import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.nftables.TableFamily;
import io.kubehop.core.nftables.set.NftSet;
import io.kubehop.core.nftables.set.SetHeader;
import io.kubehop.core.nftables.value.NftVerdict;
import io.kubehop.core.nftables.value.ValueTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NftTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ip daddr . meta l4proto . th dport vmap @service-ips",
        "ip daddr 10.96.0.10 ip saddr != 10.244.0.0/16 jump mark-for-masquerade",
        "numgen random mod 2 vmap { 0 : goto a/b__10.0.0.1/80, 1 : goto c }",
        "meta mark set meta mark ^ 0x00004000",
        "tcp flags & (fin | syn) == syn drop",
        "ct state established,related accept",
        "ct state != established | related drop",
        "iifname \"veth*\" drop",
        "update @seen { ip saddr timeout 3s limit rate over 2/minute } reject with icmpx"
            + " admin-prohibited",
        "dnat to 10.0.0.1-10.0.0.9:80-90 random,persistent",
        "dnat to [fd00::1]:80",
        "dnat ip to numgen random mod 10 map { 0-4 : 10.244.1.11 . 8080, 5-9 : 10.244.1.12 . 8080"
            + " }",
        "redirect to :9100",
        "masquerade to :50000-50100 fully-random",
        "fib saddr . mark . iif oif 0 drop",
        "fib daddr . iif type != { local, broadcast } drop",
        "ct state { new, established } drop",
        "queue num 3 comment \"kept\"",
        "jump { tcp dport 80 accept; drop; }",
        "ip saddr @denied drop comment \"why\"",
      })
  void prints_a_rule_as_it_read_it(String rule) {
    assertThat(NftText.rule(TableFamily.INET, rule).text()).isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "tcp flags syn / syn,ack drop ~ tcp flags & (syn | ack) == syn drop",
        "meta mark and 0x4000 != 0x4000 return ~ meta mark & 0x00004000 != 0x00004000 return",
        "iif lo accept ~ iif \"lo\" accept",
        "snat 10.0.0.1 ~ snat to 10.0.0.1",
      })
  void reads_other_ways_to_write_the_same(String written, String printed) {
    assertThat(NftText.rule(TableFamily.IP, written).text()).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tcp dport 99999 drop | 1 | 11 | '99999' is no value of type inet_service",
        "ip saddr 10.0.0.0/33 drop | 1 | 10 | '10.0.0.0/33' is no value of type ipv4_addr",
        "tcp dport 80 dorp | 1 | 14 | 'dorp' begins no statement of nftables",
        "ip saddr { 10.0.0.1 drop | 1 | 21 | expected ',' or '}' behind an element, found 'drop'",
      })
  void names_the_place_of_a_fault(String rule, int line, int column, String problem) {
    assertThatThrownBy(() -> NftText.rule(TableFamily.IP, rule))
        .isInstanceOfSatisfying(
            NftTextException.class,
            fault -> {
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.column()).isEqualTo(column);
              assertThat(fault.problem()).isEqualTo(problem);
            });
  }

  @Test
  void reads_a_table_whose_chains_stand_before_the_sets_that_they_name() {
    String text =
        """
        table ip t {
        \tset denied {
        \t\ttype ipv4_addr
        \t\tflags interval
        \t\telements = { 10.0.0.0/8, 192.168.0.1 }
        \t}

        \tchain in {
        \t\ttype filter hook input priority filter - 10; policy drop;
        \t\tip saddr @denied drop
        \t}
        }
        """;

    assertThat(NftText.print(NftText.read(text))).isEqualTo(text);
  }

  @Test
  void builds_a_table_and_changes_one_element() {
    SetHeader header = SetHeader.verdictMap("service-ips", ValueTypes.IPV4_ADDR);
    NftTable table =
        NftTable.of(TableFamily.IP, "kube-proxy")
            .with(NftSet.empty(header))
            .withElement("service-ips", NftText.element(header, "10.96.0.10 : goto web"));

    NftTable changed =
        table.withElement("service-ips", NftText.element(header, "10.96.0.10 : drop"));

    assertThat(NftText.print(NftRuleset.EMPTY.with(changed))).contains("10.96.0.10 : drop");
    assertThat(table.sets().get(0).elements().list().get(0).verdict())
        .isEqualTo(NftVerdict.goTo("web"));
  }
}
