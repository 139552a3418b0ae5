package io.kubehop.core.netfilter.ruleset;

import static io.kubehop.core.netfilter.TestHost.tcp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.TestHost;
import io.kubehop.core.netfilter.TestRules;
import io.kubehop.core.netfilter.Verdict;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Step;
import io.kubehop.core.trace.TraceRecorder;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableWalkTest {
  private final TestHost host = new TestHost(1);
  private final Skb packet = tcp("10.0.0.1:4000", "10.96.0.1:80");

  @Test
  void theFirstRuleThatMatchesDecides() {
    assertThat(filter("-A INPUT -j ACCEPT", "-A INPUT -j DROP")).isEqualTo(Verdict.ACCEPT);
    assertThat(filter("-A INPUT -p udp -j ACCEPT", "-A INPUT -j DROP")).isEqualTo(Verdict.DROP);
  }

  @Test
  void withoutADecisionThePolicyDecides() {
    assertThat(filter("-A INPUT -p udp -j DROP")).isEqualTo(Verdict.ACCEPT);
    assertThat(filter(":INPUT DROP [0:0]", "-A INPUT -p udp -j ACCEPT")).isEqualTo(Verdict.DROP);
    assertThat(filter(":INPUT DROP [0:0]", "-A INPUT -j RETURN", "-A INPUT -j ACCEPT"))
        .isEqualTo(Verdict.DROP);
  }

  @Test
  void aTableThatIsNotThereAccepts() {
    Ruleset none = TestRules.of(TableName.FILTER).ruleset();

    assertThat(new TableWalk().evaluate(none, TableName.NAT, Hook.INPUT, packet, host))
        .isEqualTo(Verdict.ACCEPT);
  }

  @Test
  void theEndOfACalledChainReturnsBehindTheJump() {
    assertThat(filter(":X - [0:0]", "-A INPUT -j X", "-A INPUT -j DROP", "-A X -p udp -j ACCEPT"))
        .isEqualTo(Verdict.DROP);
    assertThat(
            filter(
                ":X - [0:0]",
                "-A INPUT -j X",
                "-A INPUT -j DROP",
                "-A X -j RETURN",
                "-A X -j ACCEPT"))
        .isEqualTo(Verdict.DROP);
  }

  @Test
  void theEndOfAChainThatWasGoneToReturnsBehindTheLastJump() {
    assertThat(
            filter(
                ":X - [0:0]",
                ":Y - [0:0]",
                "-A INPUT -j X",
                "-A INPUT -j DROP",
                "-A X -g Y",
                "-A X -j ACCEPT",
                "-A Y -p udp -j ACCEPT"))
        .isEqualTo(Verdict.DROP);
  }

  @Test
  void theEndOfAChainGoneToFromABuiltInChainIsThePolicy() {
    assertThat(
            filter(
                ":INPUT DROP [0:0]",
                ":X - [0:0]",
                "-A INPUT -g X",
                "-A INPUT -j ACCEPT",
                "-A X -p udp -j ACCEPT"))
        .isEqualTo(Verdict.DROP);
  }

  @Test
  void whatIsNotModelledIsReportedAndNotSkipped() {
    int verdict =
        filter(
            "-A INPUT -p udp -m string --string x --algo bm -j ACCEPT",
            "-A INPUT -m string --string x --algo bm -p tcp -j ACCEPT",
            "-A INPUT -j DROP");

    assertThat(verdict).isEqualTo(Verdict.UNDECIDED);
    assertThat(host.effects)
        .containsExactly("cannot decide: match `-m string` in filter INPUT rule 2 is not modelled");
  }

  @Test
  void aRuleThatFailsInAnyCaseIsDecidedWhateverElseItAsks() {
    assertThat(
            filter(
                "-A INPUT -m string --string x --algo bm -m mark --mark 1 -j ACCEPT",
                "-A INPUT -j DROP"))
        .isEqualTo(Verdict.DROP);
  }

  @Test
  void nothingIsCountedBehindWhatIsNotModelled() {
    assertThat(
            filter(
                "-A INPUT -m string --string x --algo bm -m recent --set --name x -m mark --mark 1 -j ACCEPT"))
        .isEqualTo(Verdict.UNDECIDED);
    assertThat(TestRules.conditions("-m recent --name x --rcheck").met(packet, host)).isFalse();
  }

  @Test
  void aTargetThatIsNotModelledIsReported() {
    assertThat(filter("-A INPUT -j NFQUEUE --queue-num 1")).isEqualTo(Verdict.UNDECIDED);
    assertThat(host.effects)
        .containsExactly(
            "cannot decide: target `-j NFQUEUE` in filter INPUT rule 1 is not modelled");
  }

  @Test
  void aSetThatIsNotGivenIsReported() {
    assertThat(filter("-A INPUT -m set --match-set s src -j ACCEPT")).isEqualTo(Verdict.UNDECIDED);
    assertThat(host.effects.get(0)).contains("--match-set s").contains("filter INPUT rule 1");
  }

  @Test
  void aTraceTellsChainsRulesAndWhatWasPassedOver() {
    List<Step> steps =
        trace(
            false,
            ":X - [0:0]",
            "-A INPUT -p udp -j ACCEPT",
            "-A INPUT -p tcp -j X",
            "-A INPUT -j DROP",
            "-A X -p udp -j ACCEPT",
            "-A X -s 10.0.0.9 -j ACCEPT");

    assertThat(steps)
        .containsExactly(
            new Step.ChainEntered("filter", "INPUT", "INPUT"),
            matched("INPUT", 2, "-A INPUT -p tcp -j X", "jump X"),
            new Step.ChainEntered("filter", "INPUT", "X"),
            new Step.ChainLeft("filter", "X", 2),
            matched("INPUT", 3, "-A INPUT -j DROP", "drop"),
            new Step.ChainLeft("filter", "INPUT", 1),
            new Step.TableVerdict("filter", "INPUT", "DROP", false));
  }

  @Test
  void aFullTraceTellsTheRulesThatDidNotMatchToo() {
    List<Step> steps = trace(true, "-A INPUT -p udp -j ACCEPT", "-A INPUT -p icmp -j ACCEPT");

    assertThat(steps)
        .containsExactly(
            new Step.ChainEntered("filter", "INPUT", "INPUT"),
            new Step.RulePassedOver("filter", "INPUT", 1, "-A INPUT -p udp -j ACCEPT"),
            new Step.RulePassedOver("filter", "INPUT", 2, "-A INPUT -p icmp -j ACCEPT"),
            new Step.ChainLeft("filter", "INPUT", 2),
            new Step.TableVerdict("filter", "INPUT", "ACCEPT", true));
  }

  @Test
  void aTraceTellsWhatWasPassedOverOnTheWayOutOfNestedChains() {
    List<Step> steps =
        trace(
            false,
            ":X - [0:0]",
            ":Y - [0:0]",
            "-A INPUT -j X",
            "-A INPUT -j DROP",
            "-A X -g Y",
            "-A Y -p udp -j DROP",
            "-A Y -j ACCEPT");

    assertThat(steps)
        .filteredOn(step -> step instanceof Step.ChainLeft)
        .containsExactly(
            new Step.ChainLeft("filter", "X", 0),
            new Step.ChainLeft("filter", "Y", 1),
            new Step.ChainLeft("filter", "INPUT", 0));
  }

  @Test
  void rulesMadeInCodeThatLoopAreFound() {
    RuleBlock loop =
        RuleBlock.builder("b")
            .rule(TableName.FILTER, "INPUT", Rule.builder().jump("X"))
            .chain(TableName.FILTER, "X", Rule.builder().jump("X"))
            .build();
    Ruleset ruleset = TestRules.of(TableName.FILTER).ruleset().with(loop);

    assertThatThrownBy(
            () -> new TableWalk().evaluate(ruleset, TableName.FILTER, Hook.INPUT, packet, host))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("loop");
  }

  private List<Step> trace(boolean allRules, String... lines) {
    TraceRecorder recorder = new TraceRecorder(allRules);
    recorder.hop(new Hop.Place(0, "node", packet.packet().fiveTuple(), ""));
    host.recorder = recorder;
    filter(lines);
    return recorder.hops().get(0).steps();
  }

  private static Step matched(String chain, int number, String rule, String effect) {
    return new Step.RuleMatched("filter", chain, number, rule, effect, null);
  }

  private int filter(String... lines) {
    return TestRules.of(TableName.FILTER, lines).verdict(Hook.INPUT, packet, host);
  }
}
