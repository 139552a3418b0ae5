package io.kubehop.kernel;

import java.util.ArrayList;
import java.util.List;

/** Random tables of nftables, as {@code nft -f} takes them. */
final class NftGenerator {
  private static final List<String> HOOKS =
      List.of("prerouting", "input", "forward", "output", "postrouting");

  private final Dice dice;
  private final AddressPlan plan;
  private final boolean ordered;
  private final NftMatchGenerator matches;
  private final NftActionGenerator actions;
  private final List<String> lines = new ArrayList<>();
  private final String ip;
  private boolean arriving;

  NftGenerator(Dice dice, AddressPlan plan, boolean ordered) {
    this.dice = dice;
    this.plan = plan;
    this.ordered = ordered;
    this.matches = new NftMatchGenerator(dice, plan);
    this.actions = new NftActionGenerator(dice, plan, ordered);
    this.ip = plan.isV4() ? "ip" : "ip6";
  }

  /** The lines; those of rules begin with two tabs and no {@code type}. */
  List<String> lines() {
    if (dice.percent(60)) {
      services();
    }
    int tables = 1 + dice.below(3);
    for (int i = 0; i < tables; i++) {
      table("t" + i, dice.percent(30) ? "inet" : ip);
    }
    return lines;
  }

  /** What leads the virtual addresses to Pods, so that more calls are delivered. */
  private void services() {
    lines.add("table " + ip + " base {");
    for (String hook : List.of("prerouting", "output")) {
      lines.add("\tchain " + hook + " {");
      lines.add("\t\ttype nat hook " + hook + " priority -100; policy accept;");
      for (String virtual : plan.virtual()) {
        lines.add("\t\t" + ip + " daddr " + virtual + " dnat to " + dice.of(plan.podAddresses()));
      }
      lines.add("\t}");
    }
    lines.add("}");
  }

  private void table(String name, String family) {
    lines.add("table " + family + " " + name + " {");
    sets();
    lines.add("\tchain x-two {");
    rules("own", family, 2, List.of());
    lines.add("\tchain x-one {");
    rules("own", family, 2, List.of("x-two"));
    lines.add("\tchain d-one {");
    rules("dnat", family, 2, List.of());
    int chains = 1 + dice.below(4);
    for (int i = 0; i < chains; i++) {
      if (dice.percent(50)) {
        nat("n" + i, family);
      } else {
        filter("f" + i, family);
      }
    }
    lines.add("}");
  }

  private void sets() {
    String type = plan.isV4() ? "ipv4_addr" : "ipv6_addr";
    lines.add(
        "\tset people { type "
            + type
            + "; elements = { "
            + String.join(", ", plan.podAddresses())
            + " }; }");
    lines.add(
        "\tset places { type "
            + type
            + "; flags interval; elements = { "
            + plan.podNetwork()
            + ", "
            + plan.virtual().get(1)
            + " }; }");
    lines.add("\tset seen { type " + type + "; size 100; flags dynamic,timeout; timeout 1h; }");
    lines.add(
        "\tmap ways { type "
            + type
            + " . inet_proto . inet_service : verdict; elements = { "
            + plan.virtual().get(0)
            + " . tcp . 80 : "
            + dice.of("jump d-one", "goto d-one", "accept")
            + ", "
            + plan.virtual().get(1)
            + " . udp . 53 : "
            + dice.of("goto d-one", "drop", "return")
            + ", "
            + plan.virtual().get(1)
            + " . tcp . 8080 : "
            + dice.of("goto d-one", "continue")
            + " }; }");
  }

  private void filter(String name, String family) {
    String hook = dice.of(HOOKS);
    String priority =
        dice.of("-300", "-150", "-110", "-100", "-10", "0", "0", "0", "10", "50", "100", "150");
    String type = hook.equals("output") && dice.percent(15) ? "route" : "filter";
    String policy = dice.percent(8) ? "drop" : "accept";
    lines.add("\tchain " + name + " {");
    lines.add(
        "\t\ttype "
            + type
            + " hook "
            + hook
            + " priority "
            + priority
            + "; policy "
            + policy
            + ";");
    arriving = List.of("prerouting", "input", "forward").contains(hook);
    boolean raw = priority.equals("-300") && (hook.equals("prerouting") || hook.equals("output"));
    String place = raw ? "raw" : hook.equals("postrouting") ? "last" : "filter";
    rules(place, family, 5, place.equals("filter") ? List.of("x-one", "x-two") : List.of());
    arriving = false;
  }

  private void nat(String name, String family) {
    String hook = dice.of("prerouting", "prerouting", "output", "postrouting", "input");
    boolean destination = hook.equals("prerouting") || hook.equals("output");
    String priority =
        destination ? dice.of("-100", "-100", "-110", "-90", "0") : dice.of("100", "90", "110");
    lines.add("\tchain " + name + " {");
    lines.add("\t\ttype nat hook " + hook + " priority " + priority + "; policy accept;");
    String place = destination ? "dnat" : hook.equals("postrouting") ? "snat" : "snat-input";
    rules(place, family, 5, destination ? List.of("d-one") : List.of());
  }

  private void rules(String place, String family, int most, List<String> callable) {
    int count = dice.below(most + 1);
    for (int i = 0; i < count; i++) {
      lines.add("\t\t" + rule(place, family, callable));
    }
    lines.add("\t}");
  }

  private String rule(String place, String family, List<String> callable) {
    String protocol = dice.of("tcp", "tcp", "tcp", "udp", "");
    if (!callable.isEmpty() && dice.percent(25)) {
      boolean map = place.equals("dnat") && dice.percent(50);
      if (map) {
        return ip + " daddr . meta l4proto . th dport vmap @ways";
      }
      return matches.matches(protocol, 1, ordered, arriving)
          + " "
          + dice.of("jump ", "goto ")
          + dice.of(callable);
    }
    if (dice.percent(8)) {
      return protocol.isEmpty()
          ? ip
              + " saddr vmap { "
              + plan.podAddresses().get(0)
              + " : "
              + dice.of("accept", "return", "continue")
              + ", "
              + plan.client().address()
              + " : drop }"
          : protocol
              + " dport vmap { 80 : accept, 8000-8100 : "
              + dice.of("drop", "return", "continue")
              + ", 9100 : accept }";
    }
    String action = actions.action(place, family, protocol);
    String early = dice.percent(10) ? actions.mark() + " " : "";
    return early
        + matches.matches(actions.protocol(), place.equals("dnat") ? 1 : 3, ordered, arriving)
        + " "
        + action;
  }
}
