package io.kubehop.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Random rules for the node of the lab: all tables, with chains of their own that call each other,
 * about the addresses and ports that the calls of {@link CallGenerator} use.
 *
 * <p>What counts or remembers is only in ordered cases, whose calls are made one after the other.
 * What depends on the clock or on chance is left out; recorded cases hold some of it.
 */
final class RuleGenerator {
  private final Dice dice;
  private final AddressPlan plan;
  private final Backend backend;
  private final boolean ordered;
  private final MatchGenerator matches;

  RuleGenerator(
      Dice dice, AddressPlan plan, Backend backend, boolean ordered, int firstSourcePort) {
    this.dice = dice;
    this.plan = plan;
    this.backend = backend;
    this.ordered = ordered;
    this.matches = new MatchGenerator(dice, plan, firstSourcePort);
  }

  /** A chain to be filled, and what may stand in it. */
  private record Chain(Spot spot, List<String> callable) {}

  /** A text for {@code iptables-restore}. */
  List<String> rules() {
    List<String> lines = new ArrayList<>();
    boolean sparse = dice.percent(60); // few rules let more calls through to the later tables
    table(lines, "raw", sparse ? dice.below(2) : 2, List.of("PREROUTING", "OUTPUT"));
    table(
        lines,
        "mangle",
        sparse ? dice.below(3) : 3,
        List.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"));
    table(lines, "nat", 6, List.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"));
    table(lines, "filter", sparse ? 3 : 8, List.of("INPUT", "FORWARD", "OUTPUT"));
    // iptables-nft puts security behind nat in INPUT, where the kernel's own tables have it before
    List<String> securityChains =
        backend == Backend.NFT
            ? List.of("FORWARD", "OUTPUT")
            : List.of("INPUT", "FORWARD", "OUTPUT");
    table(lines, "security", sparse ? dice.below(2) : 2, securityChains);
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
      if (!chain.spot.isBuiltIn()) {
        lines.add(":" + chain.spot.chain() + " - [0:0]");
      }
    }
    for (Chain chain : chains) {
      int count = dice.below(most + 1);
      for (int i = 0; i < count; i++) {
        lines.add(rule(chain));
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
      List<String> callable = table.equals("nat") ? natChains(chain) : own;
      chains.add(new Chain(new Spot(table, chain, true, ordered), callable));
    }
    if (table.equals("nat")) {
      chains.add(ownChain(table, "d-one", List.of("d-two")));
      chains.add(ownChain(table, "d-two", List.of()));
      chains.add(ownChain(table, "s-one", List.of("s-two")));
      chains.add(ownChain(table, "s-two", List.of()));
    }
    for (int i = 0; i < own.size(); i++) {
      chains.add(ownChain(table, own.get(i), own.subList(i + 1, own.size())));
    }
    return chains;
  }

  private Chain ownChain(String table, String name, List<String> callable) {
    return new Chain(new Spot(table, name, false, ordered), callable);
  }

  /** The kernel takes DNAT and SNAT only in chains that are called from their own hooks. */
  private static List<String> natChains(String chain) {
    return chain.equals("PREROUTING") || chain.equals("OUTPUT")
        ? List.of("d-one", "d-two")
        : List.of("s-one", "s-two");
  }

  private String rule(Chain chain) {
    boolean jumps = !chain.callable.isEmpty() && dice.percent(25);
    String protocol =
        jumps ? dice.of("", "tcp") : dice.of("tcp", "tcp", "tcp", "udp", "udp", "", plan.icmp());
    String target;
    if (jumps) {
      target = (dice.percent(25) ? "-g " : "-j ") + dice.of(chain.callable);
    } else {
      TargetGenerator targets = new TargetGenerator(dice, plan, chain.spot, protocol);
      target = targets.target();
      protocol = targets.protocol();
    }
    return "-A "
        + chain.spot.chain()
        + " "
        + matches.matches(chain.spot, protocol, target, jumps ? 1 : 3)
        + target;
  }
}
