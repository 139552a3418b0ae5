package io.kubehop.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Random rules for the node of the lab: raw, mangle, nat and filter, with chains of their own that
 * call each other, about the addresses and ports that the calls of {@link CallGenerator} use.
 *
 * <p>What depends on time, on order or on chance is left out ({@code limit}, {@code recent}, {@code
 * statistic}), because the calls of a case are made at the same time; recorded cases hold these.
 */
final class RuleGenerator {
  private final Dice dice;
  private final MatchGenerator matches;

  RuleGenerator(Dice dice, int firstSourcePort) {
    this.dice = dice;
    this.matches = new MatchGenerator(dice, firstSourcePort);
  }

  /** A chain to be filled, and what may stand in it. */
  private record Chain(String name, boolean in, boolean out, List<String> callable) {}

  /** A text for {@code iptables-restore}. */
  List<String> rules() {
    List<String> lines = new ArrayList<>();
    boolean sparse = dice.percent(30); // few rules let more calls through to the later tables
    table(lines, "raw", sparse ? 0 : 2, List.of("PREROUTING", "OUTPUT"));
    table(
        lines,
        "mangle",
        sparse ? 1 : 3,
        List.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"));
    table(lines, "nat", 6, List.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"));
    table(lines, "filter", sparse ? 3 : 8, List.of("INPUT", "FORWARD", "OUTPUT"));
    return lines;
  }

  private void table(List<String> lines, String table, int most, List<String> builtIn) {
    lines.add("*" + table);
    for (String chain : builtIn) {
      String policy = table.equals("filter") && dice.percent(10) ? "DROP" : "ACCEPT";
      lines.add(":" + chain + " " + policy + " [0:0]");
    }
    List<Chain> chains = chains(table, builtIn);
    for (Chain chain : chains) {
      if (!builtIn.contains(chain.name)) {
        lines.add(":" + chain.name + " - [0:0]");
      }
    }
    for (Chain chain : chains) {
      int count = dice.below(most + 1);
      for (int i = 0; i < count; i++) {
        lines.add(rule(table, chain));
      }
    }
    lines.add("COMMIT");
  }

  /** Chains may call later ones only, so that there is no loop. */
  private List<Chain> chains(String table, List<String> builtIn) {
    List<Chain> chains = new ArrayList<>();
    List<String> own = new ArrayList<>();
    if (!table.equals("nat")) {
      own.addAll(List.of("x-one", "x-two", "x-three").subList(0, dice.below(4)));
    }
    for (String chain : builtIn) {
      boolean in = chain.equals("PREROUTING") || chain.equals("INPUT");
      boolean out = chain.equals("OUTPUT") || chain.equals("POSTROUTING");
      List<String> callable = table.equals("nat") ? natChains(chain) : own;
      chains.add(new Chain(chain, !out, !in, callable));
    }
    if (table.equals("nat")) {
      chains.add(new Chain("d-one", false, false, List.of("d-two")));
      chains.add(new Chain("d-two", false, false, List.of()));
      chains.add(new Chain("s-one", false, false, List.of("s-two")));
      chains.add(new Chain("s-two", false, false, List.of()));
    }
    for (int i = 0; i < own.size(); i++) {
      chains.add(new Chain(own.get(i), false, false, own.subList(i + 1, own.size())));
    }
    return chains;
  }

  /** The kernel takes DNAT and SNAT only in chains that are called from their own hooks. */
  private static List<String> natChains(String chain) {
    return chain.equals("PREROUTING") || chain.equals("OUTPUT")
        ? List.of("d-one", "d-two")
        : List.of("s-one", "s-two");
  }

  private String rule(String table, Chain chain) {
    boolean jumps = !chain.callable.isEmpty() && dice.percent(25);
    String protocol = jumps ? dice.of("", "tcp") : dice.of("tcp", "tcp", "udp", "");
    TargetGenerator targets = new TargetGenerator(dice, protocol);
    String target =
        jumps
            ? (dice.percent(25) ? "-g " : "-j ") + dice.of(chain.callable)
            : targets.target(table, chain.name);
    String needed = target.contains("tcp-reset") ? "tcp" : targets.protocol();
    int most = jumps ? 1 : 3;
    return "-A "
        + chain.name
        + " "
        + matches.matches(needed, chain.in, chain.out, table, most)
        + target;
  }
}
