package io.kubehop.kernel;

import java.util.List;
import java.util.SortedSet;

/**
 * A rule set for the node and the calls through it.
 *
 * @param plan the addresses
 * @param isOrdered whether the calls are made one after the other, as the rules may remember
 * @param sets lines for {@code ipset restore}
 * @param rules lines for {@code iptables-restore}
 * @param calls the calls
 */
record GeneratedCase(
    AddressPlan plan,
    boolean isOrdered,
    List<String> sets,
    List<String> rules,
    List<RealCall> calls) {
  private static final int CALLS = 16;

  /**
   * The case of a seed.
   *
   * @param backend where the rules are to be loaded
   * @param firstSourcePort the first of the ports that the callers use
   */
  static GeneratedCase of(AddressPlan plan, Backend backend, long seed, int firstSourcePort) {
    Dice dice = new Dice(seed);
    boolean ordered = dice.percent(25);
    List<String> sets = new SetGenerator(dice, plan).lines();
    List<String> rules = new RuleGenerator(dice, plan, backend, ordered, firstSourcePort).rules();
    List<RealCall> calls = CallGenerator.calls(dice, plan, CALLS, firstSourcePort);
    return new GeneratedCase(plan, ordered, sets, rules, calls);
  }

  /** How many source ports it needs. */
  static int ports() {
    return CALLS;
  }

  String ruleText() {
    return String.join("\n", rules) + "\n";
  }

  /** The rules with the numbers of their lines, as refusals of a text name them. */
  String numberedRules() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rules.size(); i++) {
      text.append(i + 1).append(": ").append(rules.get(i)).append('\n');
    }
    return text.toString();
  }

  String setText() {
    return String.join("\n", sets) + "\n";
  }

  /** The same with some of its lines, and the calls up to one. */
  GeneratedCase part(SortedSet<Integer> lines, int lastCall) {
    return new GeneratedCase(
        plan,
        isOrdered,
        sets,
        lines.stream().map(rules::get).toList(),
        isOrdered ? calls.subList(0, lastCall + 1) : List.of(calls.get(lastCall)));
  }
}
