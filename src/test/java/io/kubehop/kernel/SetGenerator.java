package io.kubehop.kernel;

import java.util.ArrayList;
import java.util.List;

/** Random elements of sets that are always there, in words of {@code ipset restore}. */
final class SetGenerator {
  /** A set to which rules add. */
  static final String SEEN = "seen";

  private final Dice dice;
  private final AddressPlan plan;

  SetGenerator(Dice dice, AddressPlan plan) {
    this.dice = dice;
    this.plan = plan;
  }

  /** The sets with their elements. */
  List<String> lines() {
    String family = " family " + (plan.isV4() ? "inet" : "inet6");
    List<String> lines = new ArrayList<>();
    lines.add("create hosts hash:ip" + family);
    lines.add("create nets hash:net" + family);
    lines.add("create services hash:ip,port" + family);
    lines.add("create netservices hash:net,port" + family);
    lines.add("create pairs hash:ip,port,ip" + family);
    lines.add("create netpairs hash:ip,port,net" + family);
    lines.add("create ports bitmap:port range 0-65535");
    lines.add("create " + SEEN + " hash:ip" + family);
    lines.add("create lists list:set size 8");
    some(3, () -> add(lines, "hosts", address()));
    some(3, () -> add(lines, "nets", network() + dice.of("", "", " nomatch")));
    some(3, () -> add(lines, "services", address() + "," + port()));
    some(3, () -> add(lines, "netservices", network() + "," + port()));
    some(3, () -> add(lines, "pairs", address() + "," + port() + "," + address()));
    some(3, () -> add(lines, "netpairs", address() + "," + port() + "," + network()));
    some(3, () -> add(lines, "ports", dice.of(CallGenerator.PORTS)));
    some(2, () -> add(lines, "lists", dice.of("hosts", "nets", "services")));
    return lines.stream().distinct().toList();
  }

  /** A condition about one of them. */
  String match() {
    String condition =
        switch (dice.below(7)) {
          case 0 -> "hosts " + one();
          case 1 -> "nets " + one();
          case 2 -> dice.of("services ", "netservices ") + one() + "," + one();
          case 3 -> "pairs " + one() + "," + one() + "," + one();
          case 4 -> "netpairs " + one() + "," + one() + "," + one();
          case 5 -> "ports " + one();
          default -> "lists " + one() + dice.of("", "," + one());
        };
    return "-m set " + (dice.percent(20) ? "! " : "") + "--match-set " + condition;
  }

  private String one() {
    return dice.of("src", "dst", "dst");
  }

  private void some(int most, Runnable add) {
    int count = dice.below(most + 1);
    for (int i = 0; i < count; i++) {
      add.run();
    }
  }

  private static void add(List<String> lines, String set, String element) {
    lines.add("add " + set + " " + element);
  }

  private String address() {
    return dice.of(
        dice.of(plan.virtual()),
        dice.of(plan.podAddresses()),
        plan.node().address(),
        plan.client().address());
  }

  private String network() {
    return dice.percent(40)
        ? plan.podNetwork()
        : address() + "/" + (plan.addressBits() - dice.of(List.of(0, 1, 8)));
  }

  private String port() {
    return dice.of("tcp:", "tcp:", "udp:") + dice.of(CallGenerator.PORTS);
  }
}
