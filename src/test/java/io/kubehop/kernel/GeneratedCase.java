package io.kubehop.kernel;

import java.util.List;
import java.util.SortedSet;

/**
 * A rule set for the node and the calls through it.
 *
 * @param rules lines for {@code iptables-restore}
 * @param calls the calls, to be made at the same time
 */
record GeneratedCase(List<String> rules, List<RealCall> calls) {
  static final Machine NODE = new Machine("node", "192.168.0.2", List.of(8080, 9100, 10250));
  static final Machine CLIENT = new Machine("client", "203.0.113.7", List.of(80, 8080));
  static final List<Machine> PODS =
      List.of(
          new Machine("a1", "10.244.0.11", List.of(53, 80, 8080, 8443)),
          new Machine("a2", "10.244.0.12", List.of(53, 80, 8080, 8443)));

  private static final int CALLS = 16;

  /**
   * The case of a seed.
   *
   * @param firstSourcePort the first of the ports that the callers use
   */
  static GeneratedCase of(long seed, int firstSourcePort) {
    Dice dice = new Dice(seed);
    List<String> rules = new RuleGenerator(dice, firstSourcePort).rules();
    return new GeneratedCase(rules, CallGenerator.calls(dice, CALLS, firstSourcePort));
  }

  /** How many source ports it needs. */
  static int ports() {
    return CALLS;
  }

  String text() {
    return String.join("\n", rules) + "\n";
  }

  /** The same with some of its lines, and one of its calls. */
  GeneratedCase part(SortedSet<Integer> lines, int call) {
    return new GeneratedCase(lines.stream().map(rules::get).toList(), List.of(calls.get(call)));
  }
}
