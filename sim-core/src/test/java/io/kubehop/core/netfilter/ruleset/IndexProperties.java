package io.kubehop.core.netfilter.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.TestHost;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.text.IptablesSave;
import io.kubehop.core.time.StateDigest;
import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Step;
import io.kubehop.core.trace.TraceRecorder;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the rules and the packets, the indexed walk does what the plainest walk does. */
class IndexProperties {
  private static final TableName TABLE = TableName.FILTER;

  @Property(tries = 400)
  void theIndexedWalkDoesWhatALinearWalkDoes(
      @ForAll("rulesets") Ruleset ruleset, @ForAll("packets") List<RandomRules.Sent> packets) {
    TestHost indexed = new TestHost(7);
    TestHost linear = new TestHost(7);
    TableWalk walk = new TableWalk();
    LinearWalk plain = new LinearWalk(ruleset, TABLE);
    for (RandomRules.Sent sent : packets) {
      Skb one = sent.skb();
      Skb other = sent.skb();
      TraceRecorder recorder = new TraceRecorder(false);
      recorder.hop(new Hop.Place(0, "node", one.packet().fiveTuple(), ""));
      indexed.recorder = recorder;

      int verdict = walk.evaluate(ruleset, TABLE, Hook.INPUT, one, indexed);

      assertThat(verdict).isEqualTo(plain.evaluate(Hook.INPUT, other, linear));
      assertThat(matched(recorder)).isEqualTo(plain.matched());
      assertThat(one.mark()).isEqualTo(other.mark());
      assertThat(indexed.effects).isEqualTo(linear.effects);
      indexed.advance(1);
      linear.advance(1);
    }
  }

  private static List<String> matched(TraceRecorder recorder) {
    return recorder.hops().get(0).steps().stream()
        .filter(Step.RuleMatched.class::isInstance)
        .map(Step.RuleMatched.class::cast)
        .map(step -> step.chain() + " " + step.number())
        .toList();
  }

  @Property(tries = 200)
  void tracingAndAskingForAllRulesChangeNothing(
      @ForAll("rulesets") Ruleset ruleset, @ForAll("packets") List<RandomRules.Sent> packets) {
    List<TestHost> hosts = List.of(new TestHost(7), new TestHost(7), new TestHost(7));
    hosts.get(1).recorder = new TraceRecorder(false);
    hosts.get(2).recorder = new TraceRecorder(true);
    TableWalk walk = new TableWalk();
    for (RandomRules.Sent sent : packets) {
      List<Skb> skbs = List.of(sent.skb(), sent.skb(), sent.skb());
      List<Integer> verdicts =
          List.of(0, 1, 2).stream()
              .map(i -> walk.evaluate(ruleset, TABLE, Hook.INPUT, skbs.get(i), hosts.get(i)))
              .toList();

      assertThat(verdicts).containsOnly(verdicts.get(0));
      assertThat(skbs).extracting(Skb::mark).containsOnly(skbs.get(0).mark());
    }
    assertThat(hosts)
        .extracting(host -> new StateDigest().add(host.ruleState()).value())
        .containsOnly(new StateDigest().add(hosts.get(0).ruleState()).value());
  }

  @Property(tries = 100)
  void addingAndRemovingABlockLeavesTheRulesAsTheyWere(
      @ForAll("rulesets") Ruleset ruleset, @ForAll("blocks") RuleBlock block) {
    Ruleset without = ruleset.without(block.key());

    Ruleset again = without.with(block).without(block.key());

    assertThat(IptablesSave.print(again)).isEqualTo(IptablesSave.print(without));
    assertThat(again.needsConntrack()).isEqualTo(without.needsConntrack());
  }

  @Provide
  Arbitrary<List<RandomRules.Sent>> packets() {
    return RandomRules.packets().list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<RuleBlock> blocks() {
    return RandomRules.block(Arbitraries.integers().between(0, 9).map(i -> "block" + i));
  }

  @Provide
  Arbitrary<Ruleset> rulesets() {
    Arbitrary<List<Rule>> head = RandomRules.rules("ONE", "TWO").list().ofMaxSize(25);
    Arbitrary<List<Rule>> one = RandomRules.rules("TWO").list().ofMaxSize(12);
    Arbitrary<List<Rule>> two = RandomRules.rules().list().ofMaxSize(4);
    Arbitrary<List<RuleBlock>> blocks = blocks().list().ofMaxSize(12);
    return Combinators.combine(head, one, two, blocks)
        .as(
            (h, o, t, list) -> {
              Ruleset ruleset =
                  Ruleset.builder(IpFamily.IPV4)
                      .rules(TABLE, "INPUT", h)
                      .rules(TABLE, "ONE", o)
                      .lastRule(TABLE, "ONE", t.toArray(new Rule[0]))
                      .rules(TABLE, "TWO", t)
                      .build();
              for (RuleBlock block : list) {
                ruleset = ruleset.with(block);
              }
              return ruleset;
            });
  }
}
