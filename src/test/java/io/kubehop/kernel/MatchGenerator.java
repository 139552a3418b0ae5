package io.kubehop.kernel;

import java.util.List;

/** Random matches, in words of {@code iptables-restore}. */
final class MatchGenerator {
  private static final List<String> MARKS =
      List.of("0x1", "0x2", "0x4/0x4", "0x2/0xff", "0x4000/0x4000", "0x0/0xf");

  private final Dice dice;
  private final int firstSourcePort;

  MatchGenerator(Dice dice, int firstSourcePort) {
    this.dice = dice;
    this.firstSourcePort = firstSourcePort;
  }

  /** The words in front of a target, each followed by a space. */
  String matches(String protocol, boolean in, boolean out, String table, int most) {
    StringBuilder words = new StringBuilder();
    if (dice.percent(35)) {
      words.append(not()).append("-s ").append(network()).append(' ');
    }
    if (dice.percent(35)) {
      words.append(not()).append("-d ").append(network()).append(' ');
    }
    if (in && dice.percent(12)) {
      words.append(not()).append("-i ").append(device()).append(' ');
    }
    if (out && dice.percent(12)) {
      words.append(not()).append("-o ").append(device()).append(' ');
    }
    if (!protocol.isEmpty()) {
      words.append("-p ").append(protocol).append(' ');
    }
    int count = dice.below(most);
    for (int i = 0; i < count; i++) {
      words.append(match(protocol, table)).append(' ');
    }
    return words.toString();
  }

  private String match(String protocol, String table) {
    return switch (dice.below(protocol.isEmpty() ? 7 : 11)) {
      case 0 -> "-m mark " + not() + "--mark " + dice.of(MARKS);
      case 1 -> table.equals("raw") ? "-m comment --comment \"it's\"" : connection();
      case 2 -> table.equals("raw") ? "-m comment --comment web" : connection();
      case 3 -> "-m iprange " + not() + range();
      case 4 -> "-m addrtype " + not() + dice.of("--src-type", "--dst-type") + " LOCAL";
      case 5 -> dice.of("-m dscp --dscp 0x0a", "-m ttl --ttl-lt 64", "-m pkttype --pkt-type host");
      case 6 -> length(protocol);
      case 7 -> "-m " + protocol + " --sport " + sourcePorts();
      case 8 -> "-m multiport " + not() + dice.of("--dports ", "--ports ") + "53,80,8080:8443";
      case 9 -> protocol.equals("tcp") ? flags() : destinationPort(protocol);
      default -> destinationPort(protocol);
    };
  }

  /**
   * Bare acknowledgements must not be told from messages: a real server sends one before it
   * answers, a simulated one does not, and a reset for it would end the connection.
   */
  private String length(String protocol) {
    String bounds =
        protocol.equals("udp") ? dice.of("0:127", "128", "129:") : dice.of("0:39", "40:");
    return "-m length " + not() + "--length " + bounds;
  }

  private String destinationPort(String protocol) {
    return "-m " + protocol + " " + not() + "--dport " + dice.of(CallGenerator.PORTS);
  }

  private String flags() {
    return "-m tcp " + not() + "--tcp-flags " + dice.of("FIN,SYN,RST,ACK SYN", "SYN,ACK SYN,ACK");
  }

  private String connection() {
    return switch (dice.below(6)) {
      case 0 -> "-m conntrack " + not() + "--ctstate " + dice.of("DNAT", "SNAT", "UNTRACKED");
      case 1 -> "-m conntrack --ctdir " + dice.of("ORIGINAL", "REPLY");
      case 2 -> "-m conntrack " + not() + "--ctorigdst " + dice.of(CallGenerator.VIRTUAL);
      case 3 -> "-m connmark " + not() + "--mark " + dice.of(MARKS);
      default ->
          "-m conntrack "
              + not()
              + "--ctstate "
              + dice.of("NEW", "ESTABLISHED", "RELATED,ESTABLISHED", "INVALID", "NEW,ESTABLISHED");
    };
  }

  private String sourcePorts() {
    int from = firstSourcePort + dice.below(8);
    return from + ":" + (from + dice.below(8));
  }

  private String network() {
    return dice.of(
        "10.244.0.11",
        "10.244.0.12",
        "10.244.0.0/24",
        "192.168.0.2",
        "203.0.113.0/24",
        "10.96.0.0/24",
        "10.96.0.10",
        "10.96.0.11",
        "10.96.0.12",
        "127.0.0.0/8",
        "0.0.0.0/1");
  }

  private String range() {
    return dice.of("--src-range ", "--dst-range ")
        + dice.of("10.244.0.0-10.244.0.11", "192.168.0.1-192.168.0.3", "203.0.113.0-203.0.113.50");
  }

  private String device() {
    return dice.of("eth0", "veth-a1", "veth-a2", "veth-+", "lo", "eth+");
  }

  private String not() {
    return dice.percent(20) ? "! " : "";
  }
}
