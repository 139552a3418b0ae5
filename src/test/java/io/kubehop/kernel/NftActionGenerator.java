package io.kubehop.kernel;

import java.util.List;

/** Random statements that end a rule, in words of nft. */
final class NftActionGenerator {
  private final Dice dice;
  private final AddressPlan plan;
  private final boolean ordered;
  private final String ip;
  private String protocol = "";

  NftActionGenerator(Dice dice, AddressPlan plan, boolean ordered) {
    this.dice = dice;
    this.plan = plan;
    this.ordered = ordered;
    this.ip = plan.isV4() ? "ip" : "ip6";
  }

  /** The protocol that the rule must match for the last action: ports need one. */
  String protocol() {
    return protocol;
  }

  /** A statement for a rule of a place: own, raw, filter, last, dnat, snat, snat-input. */
  String action(String place, String family, String wanted) {
    protocol = wanted;
    String to = family.equals("inet") ? " " + ip : "";
    if (place.startsWith("dnat") && dice.percent(75)) {
      return destination(to);
    }
    if (place.startsWith("snat") && dice.percent(75)) {
      return source(place, to);
    }
    if (place.equals("raw") && dice.percent(30)) {
      return "notrack";
    }
    if (ordered && dice.percent(15)) {
      return dice.of("add", "update", "delete") + " @seen { " + ip + " saddr }";
    }
    return switch (dice.below(9)) {
      case 0, 1 -> mark();
      case 2 -> "ct mark set " + dice.of("0x1", "0x2", "meta mark", "ct mark | 0x2");
      case 3 ->
          dice.of("counter", "return", "continue", ip + " dscp set 0x0a", "meta mark set ct mark");
      case 4 -> place.equals("filter") ? reject(family) : "accept";
      case 5 -> dice.percent(40) ? "drop" : "accept";
      case 6 ->
          "meta mark set "
              + ip
              + " saddr map { "
              + plan.podAddresses().get(0)
              + " : 0x1, "
              + plan.client().address()
              + " : 0x4 }";
      default -> "accept";
    };
  }

  String mark() {
    return "meta mark set "
        + dice.of("0x1", "0x4", "meta mark | 0x4", "mark and 0xfffffffe", "meta mark ^ 0x2");
  }

  private String reject(String family) {
    String refusal =
        switch (family) {
          case "inet" ->
              dice.of("icmpx admin-prohibited", "icmpx host-unreachable", "icmpx no-route");
          case "ip" ->
              "icmp "
                  + dice.of(
                      "host-unreachable",
                      "net-unreachable",
                      "admin-prohibited",
                      "prot-unreachable");
          default ->
              "icmpv6 "
                  + dice.of("no-route", "addr-unreachable", "admin-prohibited", "policy-fail");
        };
    refusal = dice.of("", " with " + refusal, " with " + refusal, " with tcp reset");
    if (refusal.contains("tcp")) {
      protocol = "tcp";
    }
    return "reject" + refusal;
  }

  private String destination(String family) {
    List<String> pods = plan.podAddresses();
    boolean port = dice.percent(60);
    if (port && !protocol.equals("udp")) {
      protocol = "tcp";
    }
    if (dice.percent(12)) {
      return "redirect" + (port ? " to :" + dice.of("8080", "9100", "8080-8081") : "");
    }
    if (dice.percent(10)) {
      return "dnat"
          + family
          + " to "
          + pods.get(0)
          + "-"
          + pods.get(1)
          + dice.of("", " persistent");
    }
    if (dice.percent(15)) {
      return "dnat"
          + family
          + " to "
          + ip
          + " daddr map { "
          + plan.virtual().get(0)
          + " : "
          + pods.get(0)
          + ", "
          + plan.virtual().get(2)
          + " : "
          + pods.get(1)
          + " }";
    }
    if (port && dice.percent(15)) {
      return hashed(family.isEmpty() ? " " + ip : family);
    }
    String address = dice.of(dice.of(pods), dice.of(pods), plan.node().address());
    return "dnat"
        + family
        + " to "
        + (port ? plan.at(address, dice.of("80", "8080", "8443", "81", "8080-8090")) : address);
  }

  private String hashed(String family) {
    List<String> pods = plan.podAddresses();
    return "dnat"
        + family
        + " to jhash "
        + ip
        + " saddr . "
        + protocol
        + " sport mod 2 seed 0x7 map { 0 : "
        + pods.get(0)
        + " . 8080, 1 : "
        + pods.get(1)
        + " . 80 }";
  }

  private String source(String place, String family) {
    String node = plan.node().address();
    if (place.equals("snat") && dice.percent(60)) {
      return "masquerade" + dice.of("", "", " fully-random", " random");
    }
    return "snat" + family + " to " + dice.of(node, node, plan.podAddresses().get(1));
  }
}
