package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fixed run of rules in a chain. Resolved when the first packet comes: most chains of a large
 * cluster never see one on most nodes.
 */
final class Segment {
  private static final int WORTH_AN_INDEX = 9;

  /** No rules. */
  static final Segment NOTHING =
      new Segment(new ChainName(TableName.FILTER, ""), "", 0, List.of(), JumpResolver.NOWHERE);

  private final ChainName chain;
  private final String block;
  private final int firstIndex;
  private final List<Rule> rules;
  private final JumpResolver resolver;
  private CompiledRule @Nullable [] compiled;
  private @Nullable RuleIndex index;

  Segment(ChainName chain, String block, int firstIndex, List<Rule> rules, JumpResolver resolver) {
    this.chain = chain;
    this.block = block;
    this.firstIndex = firstIndex;
    this.rules = rules;
    this.resolver = resolver;
  }

  List<Rule> rules() {
    return rules;
  }

  int size() {
    return rules.size();
  }

  CompiledRule[] compiled() {
    if (compiled == null) {
      compiled = CompiledRule.compile(chain, block, firstIndex, rules, resolver);
    }
    return compiled;
  }

  /** Gives a frame the rules that can match a packet. */
  void candidates(Packet packet, Frame frame) {
    CompiledRule[] all = compiled();
    if (all.length < WORTH_AN_INDEX) {
      frame.add(all);
      return;
    }
    if (index == null) {
      index = RuleIndex.of(all);
    }
    index.candidates(packet, frame);
  }
}
