package io.kubehop.kernel;

import java.util.ArrayList;
import java.util.List;

/** Random matches, in words of nft. */
final class NftMatchGenerator {
  private static final List<String> DEVICES = List.of("eth0", "veth-a1", "veth-a2", "lo");

  private final Dice dice;
  private final AddressPlan plan;
  private final String ip;

  NftMatchGenerator(Dice dice, AddressPlan plan) {
    this.dice = dice;
    this.plan = plan;
    this.ip = plan.isV4() ? "ip" : "ip6";
  }

  /**
   * Up to some matches, the transport protocol among them unless it is empty.
   *
   * @param arriving whether the packet has come in by an interface at the hooks of the rule
   */
  String matches(String protocol, int most, boolean ordered, boolean arriving) {
    List<String> words = new ArrayList<>();
    int count = dice.below(most + 1);
    for (int i = 0; i < count; i++) {
      words.add(dice.percent(45) ? address() : other(protocol, ordered, arriving));
    }
    if (!protocol.isEmpty()) {
      words.add(dice.below(words.size() + 1), transport(protocol));
    }
    return String.join(" ", words);
  }

  private String network() {
    List<String> plain = plan.networks().stream().filter(net -> !net.contains("/255.")).toList();
    return dice.of(plain);
  }

  private String address() {
    String field = ip + " " + dice.of("saddr", "daddr");
    List<String> pods = plan.podAddresses();
    List<String> virtual = plan.virtual();
    return switch (dice.below(6)) {
      case 0 -> field + " != " + network();
      case 1 -> field + dice.of(" ", " != ") + "{ " + pods.get(0) + ", " + virtual.get(0) + " }";
      case 2 -> field + " " + virtual.get(0) + "-" + virtual.get(2);
      case 3 -> field + dice.of(" ", " != ") + dice.of("@people", "@places");
      default -> field + " " + network();
    };
  }

  private String transport(String protocol) {
    String port = dice.of(CallGenerator.PORTS);
    return switch (dice.below(8)) {
      case 0 -> "meta l4proto " + protocol;
      case 1 -> protocol + " dport != " + port;
      case 2 -> protocol + " dport { 80, 8000-8100, 9100 }";
      case 3 -> protocol + " dport != { 53, 8443 }";
      case 4 -> protocol + " dport " + dice.of("80-8080", ">= 8080", "< 443", "> 53");
      case 5 ->
          ip + " daddr . " + protocol + " dport { " + dice.of(plan.virtual()) + " . " + port + " }";
      default -> protocol + " dport " + port;
    };
  }

  private String other(String protocol, boolean ordered, boolean arriving) {
    if (ordered && dice.percent(25)) {
      return dice.of(
          "ct state new numgen inc mod 2 0", // only the first packets are as many in both worlds
          "ct state new numgen inc mod 3 < 2",
          "ct state new limit rate 1/hour burst 2 packets",
          "ct state new limit rate over 1/hour burst 3 packets",
          ip + " saddr @seen",
          ip + " saddr != @seen");
    }
    return switch (dice.below(12)) {
      case 0 -> dice.of("iifname", "oifname", "iif", "oif") + dice.of(" ", " != ") + device();
      case 1 -> dice.of("iifname", "oifname") + dice.of(" ", " != ") + "\"veth-*\"";
      case 2 ->
          "ct state "
              + dice.of(
                  "new",
                  "established",
                  "established,related",
                  "invalid",
                  "untracked",
                  "!= new",
                  "{ new, established }");
      case 3 -> "ct status " + dice.of("dnat", "snat", "seen-reply", "assured", "confirmed");
      case 4 -> "ct direction " + dice.of("original", "reply");
      case 5 -> "ct mark " + dice.of("0x1", "!= 0x1", "& 0x3 == 0x1", "{ 0x1, 0x2 }");
      case 6, 7 ->
          "meta mark "
              + dice.of(
                  "0x1", "!= 0x0", "& 0x4 == 0x4", "and 0x3 != 0x1", "{ 0x0, 0x4 }", "0x1-0xff");
      case 8 ->
          "fib "
              + dice.of("saddr", "daddr")
              + dice.of(
                  " type local",
                  " type != local",
                  " type unicast",
                  arriving ? " . iif type local" : " type local");
      case 9 -> "ct original " + ip + " " + dice.of("saddr ", "daddr ") + network();
      case 10 ->
          !arriving
              ? "meta mark 0x0"
              : dice.of(
                  "fib saddr . iif oif missing",
                  "fib saddr oifname \"eth0\"",
                  "fib daddr oif exists");
      default -> header(protocol);
    };
  }

  private String header(String protocol) {
    if (dice.percent(50)) {
      return dice.of(hops(), ip + " dscp 0x0a", ip + " dscp != cs1");
    }
    return switch (protocol) {
      case "" -> "meta l4proto { tcp, udp } th dport != 8080";
      case "tcp" ->
          dice.of("tcp flags syn", "tcp flags & (fin|syn|rst|ack) == syn", "tcp flags ! ack");
      default -> "meta l4proto != icmp";
    };
  }

  private String hops() {
    return ip + (plan.isV4() ? " ttl " : " hoplimit ") + dice.of("64", "63", "< 64", "!= 64");
  }

  private String device() {
    return "\"" + dice.of(DEVICES) + "\"";
  }
}
