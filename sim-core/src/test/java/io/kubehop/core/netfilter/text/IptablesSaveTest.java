package io.kubehop.core.netfilter.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.syntax.RuleTextException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IptablesSaveTest {

  @Test
  void chainsArePrintedBuiltInOnesFirstThenByName() {
    assertThat(
            reprinted(
                """
                *filter
                :zz - [0:0]
                :aa - [0:0]
                -A zz -j ACCEPT
                -A FORWARD -j zz
                -A INPUT -j aa
                COMMIT
                """))
        .isEqualTo(
            """
            *filter
            :INPUT ACCEPT [0:0]
            :FORWARD ACCEPT [0:0]
            :OUTPUT ACCEPT [0:0]
            :aa - [0:0]
            :zz - [0:0]
            -A INPUT -j aa
            -A FORWARD -j zz
            -A zz -j ACCEPT
            COMMIT
            """);
  }

  @Test
  void policiesAndCountersAreKept() {
    String text =
        """
        *filter
        :INPUT DROP [12:3456]
        :FORWARD ACCEPT [0:0]
        :OUTPUT ACCEPT [18446744073709551615:1]
        [5:300] -A INPUT -p tcp -j ACCEPT
        COMMIT
        """;

    assertThat(reprinted(text)).isEqualTo(text);
  }

  @Test
  void tablesThatAreNotThereAreNotMade() {
    Ruleset ruleset = IptablesSave.read("*raw\nCOMMIT\n", IpFamily.IPV4);

    assertThat(ruleset.hasTable(TableName.RAW)).isTrue();
    assertThat(ruleset.hasTable(TableName.FILTER)).isFalse();
    assertThat(IptablesSave.print(IptablesSave.read("", IpFamily.IPV4))).isEmpty();
  }

  @Test
  void aHandWrittenTextIsReadToo() {
    assertThat(
            reprinted(
                """
                # my firewall

                *filter
                :INPUT ACCEPT
                :mine -
                --append FORWARD --protocol tcp --source 10.0.0.1 --destination-port http --jump mine\r
                -A FORWARD -s 10.0.0.2,10.0.0.3 -j DROP
                -I FORWARD 1 -p udp -j DROP
                -I FORWARD -p icmp -j DROP
                  -A mine   -j   REJECT
                -P OUTPUT DROP
                -N more
                COMMIT
                # done
                """))
        .isEqualTo(
            """
            *filter
            :INPUT ACCEPT [0:0]
            :FORWARD ACCEPT [0:0]
            :OUTPUT DROP [0:0]
            :mine - [0:0]
            :more - [0:0]
            -A FORWARD -p icmp -j DROP
            -A FORWARD -p udp -j DROP
            -A FORWARD -s 10.0.0.1/32 -p tcp -m tcp --dport 80 -j mine
            -A FORWARD -s 10.0.0.2/32 -j DROP
            -A FORWARD -s 10.0.0.3/32 -j DROP
            -A mine -j REJECT --reject-with icmp-port-unreachable
            COMMIT
            """);
  }

  @Test
  void aTableThatComesTwiceIsFlushedBeforeTheSecondTime() {
    assertThat(reprinted("*raw\n-A OUTPUT -j ACCEPT\nCOMMIT\n*raw\nCOMMIT\n"))
        .doesNotContain("-A OUTPUT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*filter|-A INPUT -j ACCEPT|3: table filter|the text ends without COMMIT",
        "*filter|*nat|2: |table filter is not ended with COMMIT",
        "*nut|1: |'nut' is no table",
        ":INPUT ACCEPT [0:0]|1: |before the first table",
        "*filter|COMMIT|-A INPUT -j ACCEPT|3: |behind COMMIT",
        "*filter|:INPUT PERHAPS [0:0]|2, column 8: |'PERHAPS' is no policy",
        "*filter|:INPUT|2, column 1: |needs a policy",
        "*filter|:INPUT ACCEPT 5|2, column 15: |'5' are no counters",
        "*filter|-A NEW -j DROP|2, column 4: |there is no chain NEW in table filter",
        "*filter|-A INPUT -j GONE|2, column 13: |'GONE' is neither a chain",
        "*filter|-A INPUT -d 10.0.0.300 -j DROP|2, column 13: |'10.0.0.300'",
        "*filter|-R INPUT 1 -j DROP|2, column 1: |'-R' is no command",
        "*filter|-I INPUT 3 -j DROP|2: |chain INPUT has no rule 3",
        "*filter|-A INPUT -o eth0 -j DROP|2, column 21: |-o cannot be used in INPUT",
        "*nat|-A POSTROUTING -i eth0 -j ACCEPT|2, column 27: |-i cannot be used in POSTROUTING",
        "*filter|:xxxxxxxxxxxxxxxxxxxxxxxxxxxxx - [0:0]|2: |more than 28 characters",
        "*filter|:-x - [0:0]|2: |begins with '-'",
        "*nat|-A POSTROUTING -j DNAT --to-destination 1.2.3.4|2, column 19: |DNAT to 1.2.3.4 cannot be used at POSTROUTING",
        "*nat|:X - [0:0]|-A PREROUTING -j X|-A X -j SNAT --to-source 1.2.3.4|4, column 9: |cannot be used at PREROUTING, from where chain X is reached",
        "*filter|:X - [0:0]|-A INPUT -j X|-A X -j X|4, column 9: |chain X leads back to X",
        "*filter|:X - [0:0]|:Y - [0:0]|-A INPUT -j X|-A X -g Y|-A Y -j X|6, column 9: |chain Y leads back to X",
        "table ip nat {|1: |this is a text of nft",
        "*filter|\u0000\u0001|2: |no character",
        "*filter|-A INPUT -m addrtype --dst-type LOCAL --limit-iface-out -j DROP|2, column 60: |cannot be used at INPUT"
      })
  void aFaultyTextIsRefusedWithItsLine(String lines) {
    String[] parts = lines.split("\\|");
    String place = parts[parts.length - 2];
    String words = parts[parts.length - 1];
    int textLines = parts.length - 2;
    String text = Arrays.stream(parts, 0, textLines).collect(Collectors.joining("\n"));
    boolean open = place.startsWith("3: table");

    RuleTextException fault =
        catchThrowableOfType(
            RuleTextException.class,
            () -> IptablesSave.read(open ? text : text + "\nCOMMIT\n", IpFamily.IPV4));

    assertThat(fault).isNotNull().hasMessageContaining(words);
    assertThat(fault.getMessage()).startsWith("line " + (open ? "2: " : place));
  }

  @Test
  void rulesThatLoopWhereNoPacketComesAreTaken() {
    String text =
        """
        *filter
        :INPUT ACCEPT [0:0]
        :FORWARD ACCEPT [0:0]
        :OUTPUT ACCEPT [0:0]
        :X - [0:0]
        -A X -j X
        COMMIT
        """;

    assertThat(reprinted(text)).isEqualTo(text);
  }

  @Test
  void aTargetOfAnotherHookInAChainThatNobodyCallsIsTaken() {
    assertThat(reprinted("*nat\n:X - [0:0]\n-A X -j SNAT --to-source 1.2.3.4\nCOMMIT\n"))
        .contains("-A X -j SNAT --to-source 1.2.3.4\n");
  }

  @Test
  void addressesOfTheOtherFamilyAreRefused() {
    assertThatThrownBy(
            () ->
                IptablesSave.read("*raw\n-A OUTPUT -s 10.0.0.1 -j ACCEPT\nCOMMIT\n", IpFamily.IPV6))
        .hasMessage("line 2, column 14: '10.0.0.1' is not an IPv6 address");
  }

  @Test
  void hugeTextsAreReadInTime() {
    String services =
        IntStream.range(0, 100_000)
            .mapToObj(
                i ->
                    "-A S -d 10."
                        + i / 65_536
                        + "."
                        + i / 256 % 256
                        + "."
                        + i % 256
                        + "/32 -p tcp"
                        + " -m comment --comment \"ns/svc"
                        + i
                        + ":http cluster IP\" -m tcp --dport 80 -j T\n")
            .collect(Collectors.joining());
    String marks =
        IntStream.range(0, 100_000)
            .mapToObj(i -> "-A T -m mark --mark " + i + " -j RETURN\n")
            .collect(Collectors.joining());
    String text = "*nat\n:S - [0:0]\n:T - [0:0]\n-A OUTPUT -j S\n" + services + marks + "COMMIT\n";

    Assertions.assertTimeout(Duration.ofSeconds(10), () -> IptablesSave.read(text, IpFamily.IPV4));
  }

  private static String reprinted(String text) {
    return IptablesSave.print(IptablesSave.read(text, IpFamily.IPV4));
  }
}
