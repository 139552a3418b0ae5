package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.TableName;
import org.jspecify.annotations.Nullable;

/** How far a packet has come in one chain. Reused from packet to packet. */
final class Frame {
  private Chain chain = Chain.own(new ChainName(TableName.FILTER, ""), Segment.NOTHING);
  private int part;
  private final CompiledRule[][] lists = new CompiledRule[IndexKey.SHAPES][];
  private final int[] places = new int[IndexKey.SHAPES];
  private int count;
  private boolean found;
  private int matched;
  private @Nullable CompiledRule last;

  /**
   * Begins at the first rule. {@code all} asks for every rule, not only for those that can match.
   */
  void enter(Chain newChain, boolean all) {
    chain = newChain;
    count = 0;
    matched = 0;
    last = null;
    part = 0;
    if (all) {
      part = Chain.PARTS;
      add(newChain.compiled());
    }
  }

  Chain chain() {
    return chain;
  }

  /** Adds rules, which are in order, all of which must be asked everything. */
  void add(CompiledRule[] rules) {
    found = false;
    append(rules);
  }

  /** Adds rules, which are in order, that an index found for the packet. */
  void addFound(CompiledRule[] rules) {
    found = true;
    append(rules);
  }

  private void append(CompiledRule[] rules) {
    lists[count] = rules;
    places[count] = 0;
    count++;
  }

  /** Whether an index found the rule that {@link #next} gave. */
  boolean isFound() {
    return found;
  }

  /** The next rule that can match the packet, or null. */
  @Nullable CompiledRule next(Packet packet) {
    while (true) {
      CompiledRule next = take();
      if (next != null || part == Chain.PARTS) {
        return next;
      }
      count = 0;
      chain.candidates(part, packet, this);
      part++;
    }
  }

  private @Nullable CompiledRule take() {
    CompiledRule first = null;
    int from = 0;
    for (int i = 0; i < count; i++) {
      if (places[i] < lists[i].length) {
        CompiledRule candidate = lists[i][places[i]];
        if (first == null || candidate.isBefore(first)) {
          first = candidate;
          from = i;
        }
      }
    }
    places[from]++;
    return first;
  }

  /** Counts a rule that matched. */
  void matched(CompiledRule rule) {
    matched++;
    last = rule;
  }

  /** How many rules of the chain did not match; {@code toTheEnd} if the last of them was passed. */
  int passedOver(boolean toTheEnd) {
    int seen = toTheEnd ? chain.size() : last == null ? 0 : chain.number(last);
    return seen - matched;
  }
}
