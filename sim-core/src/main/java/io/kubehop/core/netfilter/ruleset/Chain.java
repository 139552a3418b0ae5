package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * A chain as packets walk it: head rules, what blocks contribute, tail rules. A block's own chain
 * has a head only.
 */
final class Chain {
  /** The parts of a chain. */
  static final int PARTS = 3;

  private final ChainName name;
  private final Segment head;
  private final Fragments fragments;
  private final Segment tail;

  private Chain(ChainName name, Segment head, Fragments fragments, Segment tail) {
    this.name = name;
    this.head = head;
    this.fragments = fragments;
    this.tail = tail;
  }

  static Chain own(ChainName name, Segment rules) {
    return new Chain(name, rules, Fragments.NONE, Segment.NOTHING);
  }

  static Chain shared(ChainName name, List<Rule> head, List<Rule> tail, JumpResolver resolver) {
    return new Chain(
        name,
        new Segment(name, "", 0, head, resolver),
        Fragments.NONE,
        new Segment(name, "", head.size(), tail, resolver));
  }

  Chain with(String block, CompiledRule[] rules) {
    return new Chain(name, head, fragments.with(block, rules), tail);
  }

  Chain without(String block, CompiledRule[] rules) {
    return new Chain(name, head, fragments.without(block, rules), tail);
  }

  ChainName name() {
    return name;
  }

  int size() {
    return head.size() + fragments.size() + tail.size();
  }

  /** The place of a rule, from 1. */
  int number(CompiledRule rule) {
    if (!rule.block.isEmpty() && fragments.size() > 0) {
      return head.size() + fragments.sizeBefore(rule.block) + rule.index + 1;
    }
    return rule.index + 1 + (rule.index >= head.size() ? fragments.size() : 0);
  }

  /** Gives a frame the rules of one part that can match a packet. */
  void candidates(int part, Packet packet, Frame frame) {
    switch (part) {
      case 0 -> head.candidates(packet, frame);
      case 1 -> fragments.candidates(packet, frame);
      default -> tail.candidates(packet, frame);
    }
  }

  /** All rules at their places. */
  CompiledRule[] compiled() {
    List<CompiledRule> all = new ArrayList<>(List.of(head.compiled()));
    fragments.appendTo(all);
    all.addAll(List.of(tail.compiled()));
    return all.toArray(new CompiledRule[0]);
  }

  /** All rules in order. */
  List<Rule> rules() {
    List<Rule> all = new ArrayList<>(head.rules());
    fragments.appendRulesTo(all);
    all.addAll(tail.rules());
    return all;
  }
}
