package io.kubehop.core.netfilter.matches;

import static io.kubehop.core.netfilter.TestHost.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.TestHost;
import io.kubehop.core.netfilter.TestRules;
import io.kubehop.core.netfilter.Verdict;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.text.IptablesSave;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Matches that keep something from packet to packet. */
class CountingMatchesTest {
  private final TestHost host = new TestHost(1);
  private final Skb packet = tcp("10.0.0.1:4000", "10.96.0.1:80");

  @ParameterizedTest
  @CsvSource({
    "--every 3 --packet 0, XooXooX",
    "--every 3 --packet 1, oXooXoo",
    "--every 3 --packet 2, ooXooXo",
    "--every 1 --packet 0, XXXXXXX"
  })
  void nthMatchesPacketPAndEveryNthAfterIt(String options, String expected) {
    TestRules rules = TestRules.conditions("-m statistic --mode nth " + options);

    assertThat(pattern(rules, 7)).isEqualTo(expected);
  }

  @Test
  void negatedNthMatchesAllTheOthers() {
    assertThat(pattern(TestRules.conditions("-m statistic --mode nth ! --every 3 --packet 1"), 6))
        .isEqualTo("XoXXoX");
  }

  @Test
  void aLimitLetsItsBurstPassAndThenItsRate() {
    TestRules rules = TestRules.conditions("-m limit --limit 1/sec --limit-burst 3");

    assertThat(pattern(rules, 5)).isEqualTo("XXXoo");
    host.advance(2);
    assertThat(pattern(rules, 3)).isEqualTo("XXo");
    host.advance(100);
    assertThat(pattern(rules, 5)).isEqualTo("XXXoo");
  }

  @Test
  void aQuotaEndsAndStaysAtItsEnd() {
    TestRules rules = TestRules.conditions("-m quota --quota 150");

    assertThat(pattern(rules, 4)).isEqualTo("XXoo");
    packet.packet().setLength(20);
    assertThat(rules.met(packet, host)).isFalse();
  }

  @Test
  void equalRulesCountApart() {
    TestRules rules =
        TestRules.of(
            TableName.MANGLE,
            "-A PREROUTING -m statistic --mode nth --every 2 --packet 1 -j DROP",
            "-A PREROUTING -m statistic --mode nth --every 2 --packet 1 -j DROP");

    // The second rule sees only what the first one leaves.
    assertThat(pattern(rules, 6)).isEqualTo("oXXXoX");
  }

  @Test
  void aMatchCountsOnlyIfThoseToTheLeftOfItAreMet() {
    TestRules behind =
        TestRules.conditions("-p tcp -m tcp --dport 81 -m limit --limit 1/day --limit-burst 1");
    TestRules before =
        TestRules.conditions("-p tcp -m limit --limit 1/day --limit-burst 1 -m tcp --dport 81");
    Skb to81 = tcp("10.0.0.1:4000", "10.96.0.1:81");

    assertThat(behind.met(packet, host)).isFalse();
    assertThat(behind.met(to81, host)).isTrue();
    assertThat(before.met(packet, host)).isFalse();
    assertThat(before.met(to81, host)).isFalse();
  }

  @Test
  void twoCountingMatchesOfOneRuleCountApart() {
    TestRules rules =
        TestRules.conditions(
            "-m statistic --mode nth --every 2 --packet 1 -m statistic --mode nth --every 2 --packet 1");

    assertThat(pattern(rules, 8)).isEqualTo("oooXoooX");
  }

  @Test
  void aChangeOfTheTableStartsItsCountersAnewAndNoOthers() {
    String nth = "-A %s -m statistic --mode nth --every 2 --packet 1 -j DROP\n";
    String filter = "*filter\n" + nth.formatted("INPUT") + "COMMIT\n";
    String mangle = "*mangle\n" + nth.formatted("INPUT") + "COMMIT\n";
    TestRules mangleRules = TestRules.of(TableName.MANGLE, nth.formatted("PREROUTING"));
    assertThat(mangleRules.met(packet, host)).isFalse();
    Ruleset old = IptablesSave.read(filter, IpFamily.IPV4);

    IptablesSave.read(mangle, IpFamily.IPV4).takeOver(old, host.ruleState());

    assertThat(mangleRules.met(packet, host)).isFalse();
    assertThat(mangleRules.met(packet, host)).isTrue();
  }

  @Test
  void recentListsLiveAsLongAsSomeRuleNamesThem() {
    Ruleset naming = rules("-A INPUT -m recent --name x --set\n");
    Ruleset stillNaming = rules("-A FORWARD -m recent --name x --rcheck -j DROP\n");
    TestRules set = TestRules.conditions("-m recent --name x --set");
    TestRules check = TestRules.conditions("-m recent --name x --rcheck");
    set.met(packet, host);

    stillNaming.takeOver(naming, host.ruleState());
    assertThat(check.met(packet, host)).isTrue();

    rules("-A FORWARD -j DROP\n").takeOver(stillNaming, host.ruleState());
    assertThat(check.met(packet, host)).isFalse();
  }

  private static Ruleset rules(String lines) {
    return IptablesSave.read("*filter\n" + lines + "COMMIT\n", IpFamily.IPV4);
  }

  @Test
  void aProbabilityOf1MatchesAlwaysAndOf0Never() {
    assertThat(pattern(TestRules.conditions("-m statistic --mode random --probability 1"), 4))
        .isEqualTo("XXXX");
    assertThat(pattern(TestRules.conditions("-m statistic --mode random --probability 0"), 4))
        .isEqualTo("oooo");
    assertThat(pattern(TestRules.conditions("-m statistic --mode random ! --probability 1"), 4))
        .isEqualTo("oooo");
  }

  @Test
  void aProbabilityIsRoundedTo31Bits() {
    StatisticRandom third = StatisticRandom.ofProbability("0.3333333333");

    assertThat(third.threshold()).isEqualTo(715827883);
    assertThat(third.probability()).isEqualTo("0.33333333349");
    assertThat(StatisticRandom.ofProbability(third.probability())).isEqualTo(third);
  }

  private String pattern(TestRules rules, int packets) {
    StringBuilder pattern = new StringBuilder();
    IntStream.range(0, packets)
        .forEach(
            i -> {
              int verdict = rules.verdict(Hook.PREROUTING, packet, host);
              pattern.append(verdict == Verdict.DROP ? 'X' : 'o');
            });
    return pattern.toString();
  }
}
