package io.kubehop.kernel;

import java.util.List;

/** Random matches, in words of {@code iptables-restore}. */
final class MatchGenerator {
  private static final List<String> MARKS =
      List.of("0x1", "0x2", "0x4/0x4", "0x2/0xff", "0x4000/0x4000", "0x0/0xf");

  private final Dice dice;
  private final AddressPlan plan;
  private final int firstSourcePort;
  private final SetGenerator sets;

  MatchGenerator(Dice dice, AddressPlan plan, int firstSourcePort) {
    this.dice = dice;
    this.plan = plan;
    this.firstSourcePort = firstSourcePort;
    this.sets = new SetGenerator(dice, plan);
  }

  /** The words in front of a target, each followed by a space. */
  String matches(Spot spot, String protocol, String target, int most) {
    StringBuilder words = new StringBuilder();
    if (dice.percent(35)) {
      words.append(not()).append("-s ").append(dice.of(plan.networks())).append(' ');
    }
    if (dice.percent(35)) {
      words.append(not()).append("-d ").append(dice.of(plan.networks())).append(' ');
    }
    if (spot.takesIn() && dice.percent(12)) {
      words.append(not()).append("-i ").append(device()).append(' ');
    }
    if (spot.takesOut() && dice.percent(12)) {
      words.append(not()).append("-o ").append(device()).append(' ');
    }
    if (!protocol.isEmpty()) {
      words.append("-p ").append(protocol).append(' ');
    } else if (dice.percent(8)) {
      words.append("! -p ").append(dice.of("tcp", "udp", plan.icmp())).append(' ');
    }
    int count = dice.below(most);
    for (int i = 0; i < count; i++) {
      words.append(match(spot, protocol, target)).append(' ');
    }
    if (spot.isOrdered() && dice.percent(25) && isOf(protocol)) {
      words.append(remembering(protocol)).append(' ');
    }
    return words.toString();
  }

  private static boolean isOf(String protocol) {
    return protocol.equals("tcp") || protocol.equals("udp");
  }

  private String match(Spot spot, String protocol, String target) {
    if (protocol.equals(plan.icmp()) && dice.percent(50)) {
      return icmp();
    }
    return switch (dice.below(isOf(protocol) ? 15 : 11)) {
      case 0 -> "-m mark " + not() + "--mark " + dice.of(MARKS);
      case 1, 2 -> connection(protocol);
      case 3 -> "-m iprange " + not() + range();
      case 4 -> addressType(spot);
      case 5 -> header();
      case 6 -> length(protocol, target);
      case 7, 8 -> sets.match();
      case 9 -> hook(spot);
      case 10 ->
          dice.of("-m comment --comment \"it's\"", "-m physdev " + not() + "--physdev-is-in");
      case 11 -> "-m " + protocol + " " + not() + "--sport " + sourcePorts();
      case 12 -> multiport();
      case 13 -> protocol.equals("tcp") ? flags() : destinationPort(protocol);
      default -> destinationPort(protocol);
    };
  }

  /** What only some hooks know. */
  private String hook(Spot spot) {
    if (spot.isBuiltIn() && spot.isAnyOf("OUTPUT", "POSTROUTING")) {
      return "-m owner "
          + not()
          + dice.of("--uid-owner 0", "--uid-owner 1-99", "--gid-owner 0", "--socket-exists");
    }
    boolean comesIn = spot.isBuiltIn() && spot.isAnyOf("PREROUTING", "INPUT");
    if (comesIn && dice.percent(50)) {
      return "-m socket" + dice.of("", " --nowildcard");
    }
    boolean early = comesIn && spot.isAnyOf("PREROUTING");
    if (early && (spot.isTable("raw") || spot.isTable("mangle"))) {
      return "-m rpfilter" + dice.of("", " --loose") + dice.of("", " --invert");
    }
    return dice.of("-m pkttype " + not() + "--pkt-type host", "-m pkttype --pkt-type broadcast");
  }

  private String header() {
    String hops = plan.isV4() ? "-m ttl --ttl-" : "-m hl --hl-";
    return dice.of(
        "-m dscp " + not() + "--dscp " + dice.of("0x0a", "0x00", "0x30"),
        "-m tos " + not() + "--tos " + dice.of("0x10/0x3f", "0x00/0xff", "0xc0/0xff"),
        hops + "lt 64",
        hops + "eq " + dice.of("64", "63", "33", "32"),
        hops + "gt 40");
  }

  private String icmp() {
    return plan.isV4()
        ? "-m icmp " + not() + "--icmp-type " + dice.of("3/3", "3", "11", "3/1", "3/10")
        : "-m icmp6 " + not() + "--icmpv6-type " + dice.of("1/4", "1", "3", "1/0");
  }

  private String addressType(Spot spot) {
    String type = dice.of("LOCAL", "LOCAL", "UNICAST", plan.isV4() ? "LOCAL,BROADCAST" : "LOCAL");
    String words = "-m addrtype " + not() + dice.of("--src-type ", "--dst-type ") + type;
    if (spot.isBuiltIn() && spot.isAnyOf("PREROUTING", "INPUT") && dice.percent(20)) {
      return words + " --limit-iface-in";
    }
    return words;
  }

  /**
   * Bare acknowledgements are told from messages only to drop them: whether a refusal of one
   * reaches the server before it has answered is a matter of luck.
   */
  private String length(String protocol, String target) {
    int longer = plan.isV4() ? 0 : 20;
    int from =
        protocol.equals("udp")
            ? dice.of(List.of(127, 128, 129))
            : target.equals("-j DROP") ? dice.of(List.of(40, 52, 53, 60, 61, 564, 565)) : 40;
    String bounds =
        dice.of(":" + (from + longer), String.valueOf(from + longer), (from + longer) + ":");
    return "-m length " + not() + "--length " + bounds;
  }

  private String destinationPort(String protocol) {
    return "-m " + protocol + " " + not() + "--dport " + dice.of(CallGenerator.PORTS);
  }

  private String multiport() {
    return "-m multiport "
        + not()
        + dice.of(
            "--dports 53,80,8080:8443", "--ports 80,443,9100", "--sports 53,8080," + sourcePorts());
  }

  private String flags() {
    return "-m tcp "
        + not()
        + dice.of(
            "--tcp-flags FIN,SYN,RST,ACK SYN",
            "--tcp-flags SYN,ACK SYN,ACK",
            "--tcp-flags FIN,RST RST",
            "--syn",
            "--tcp-option 2",
            "--tcp-option 8");
  }

  /** What counts or remembers: of each call one packet must get here, whatever is sent again. */
  private String remembering(String protocol) {
    String first =
        "-m " + protocol + (protocol.equals("tcp") ? " --syn" : "") + " --dport 1:19999 ";
    String list = "--name r" + firstSourcePort + dice.of("a", "b") + dice.of("", " --rdest");
    return first
        + switch (dice.below(9)) {
          case 0, 1 ->
              "-m statistic --mode nth " + not() + "--every " + (1 + dice.below(3)) + " --packet 0";
          case 2 -> "-m statistic --mode nth --every 3 --packet " + dice.below(3);
          case 3 -> "-m recent --set " + list;
          case 4 -> "-m recent " + not() + "--rcheck " + list;
          case 5 ->
              "-m recent --update --seconds 60 --hitcount " + (1 + dice.below(3)) + " " + list;
          case 6 -> "-m recent --remove " + list;
          case 7 ->
              "-m set " + not() + "--match-set " + SetGenerator.SEEN + " " + dice.of("src", "dst");
          default -> "-m limit --limit 1/hour --limit-burst " + (1 + dice.below(4));
        };
  }

  private String connection(String protocol) {
    return switch (dice.below(9)) {
      case 0 -> "-m conntrack " + not() + "--ctstate " + dice.of("DNAT", "SNAT", "UNTRACKED");
      case 1 -> "-m conntrack --ctdir " + dice.of("ORIGINAL", "REPLY");
      case 2 -> "-m conntrack " + not() + "--ctorigdst " + dice.of(plan.virtual());
      case 3 -> "-m connmark " + not() + "--mark " + dice.of(MARKS);
      case 4 ->
          "-m conntrack " + not() + "--ctstatus " + dice.of("ASSURED", "SEEN_REPLY", "CONFIRMED");
      case 5 -> "-m conntrack " + not() + original(protocol);
      case 6 -> "-m state --state " + dice.of("NEW", "ESTABLISHED", "RELATED,ESTABLISHED");
      default ->
          "-m conntrack "
              + not()
              + "--ctstate "
              + dice.of("NEW", "ESTABLISHED", "RELATED,ESTABLISHED", "INVALID", "NEW,ESTABLISHED");
    };
  }

  private String original(String protocol) {
    return dice.of(
        "--ctproto " + (isOf(protocol) ? protocol : "tcp"),
        "--ctorigsrc " + plan.podNetwork(),
        "--ctreplsrc " + plan.podNetwork(),
        "--ctrepldst " + plan.node().address(),
        "--ctorigdstport 80:443");
  }

  private String sourcePorts() {
    int from = firstSourcePort + dice.below(8);
    return from + ":" + (from + 1 + dice.below(8));
  }

  private String range() {
    return dice.of("--src-range ", "--dst-range ") + dice.of(plan.ranges());
  }

  private String device() {
    return dice.of("eth0", "veth-a1", "veth-a2", "veth-+", "lo", "eth+");
  }

  private String not() {
    return dice.percent(20) ? "! " : "";
  }
}
