package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.collect.SortedTree;
import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that blocks contribute to one shared chain, in order of the blocks' keys. Persistent.
 */
final class Fragments {
  static final Fragments NONE = new Fragments(null, RuleIndex.EMPTY);

  private final @Nullable SortedTree<CompiledRule[]> byBlock;
  private final RuleIndex index;

  private Fragments(@Nullable SortedTree<CompiledRule[]> byBlock, RuleIndex index) {
    this.byBlock = byBlock;
    this.index = index;
  }

  Fragments with(String block, CompiledRule[] rules) {
    return new Fragments(SortedTree.with(byBlock, block, rules, rules.length), index.with(rules));
  }

  Fragments without(String block, CompiledRule[] rules) {
    return new Fragments(SortedTree.without(byBlock, block), index.without(rules));
  }

  int size() {
    return SortedTree.total(byBlock);
  }

  /** How many rules stand before those of a block. */
  int sizeBefore(String block) {
    return SortedTree.totalBefore(byBlock, block);
  }

  /** Gives a frame the rules that can match a packet. */
  void candidates(Packet packet, Frame frame) {
    index.candidates(packet, frame);
  }

  void appendTo(List<CompiledRule> all) {
    SortedTree.forEach(byBlock, (block, rules) -> all.addAll(List.of(rules)));
  }

  void appendRulesTo(List<Rule> all) {
    SortedTree.forEach(
        byBlock,
        (block, rules) -> {
          for (CompiledRule rule : rules) {
            all.add(rule.rule);
          }
        });
  }
}
