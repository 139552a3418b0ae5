package io.kubehop.kernel;

import java.util.List;

/** Random targets, in words of {@code iptables-restore}. */
final class TargetGenerator {
  private static final List<String> REFUSALS =
      List.of(
          "icmp-net-unreachable",
          "icmp-host-unreachable",
          "icmp-port-unreachable",
          "icmp-proto-unreachable",
          "icmp-net-prohibited",
          "icmp-host-prohibited",
          "icmp-admin-prohibited",
          "tcp-reset");
  private static final List<String> PODS = List.of("10.244.0.11", "10.244.0.12");

  private final Dice dice;
  private String protocol;

  /**
   * Begins.
   *
   * @param protocol the protocol that the rule would match; see {@link #protocol()}
   */
  TargetGenerator(Dice dice, String protocol) {
    this.dice = dice;
    this.protocol = protocol;
  }

  /** The protocol that the rule must match for its target: ports need one. */
  String protocol() {
    return protocol;
  }

  /** A target that a built-in chain takes, or a chain that it calls. */
  String target(String table, String chain) {
    if (dice.percent(8)) {
      return dice.of("-j RETURN", "-j LOG --log-level 7", "");
    }
    return switch (table) {
      case "raw" -> dice.of("-j NOTRACK", "-j ACCEPT", "-j ACCEPT", "-j DROP", mark());
      case "mangle" -> mangle();
      case "nat" -> nat(chain);
      default -> filter();
    };
  }

  private String mark() {
    return "-j MARK "
        + dice.of("--set-xmark 0x1/0x1", "--set-xmark 0x2/0xffffffff", "--set-mark 0x4/0xff")
            .replace("--set-mark 0x4/0xff", dice.of("--or-mark 0x4", "--xor-mark 0x4000"));
  }

  private String mangle() {
    return switch (dice.below(8)) {
      case 0 -> "-j CONNMARK --set-xmark 0x" + (1 + dice.below(4)) + "/0xff";
      case 1 -> "-j CONNMARK --save-mark --nfmask 0xff --ctmask 0xff";
      case 2 -> "-j CONNMARK --restore-mark --nfmask 0xff --ctmask 0xff";
      case 3 -> "-j DSCP --set-dscp 0x0a";
      case 4 -> dice.of("-j ACCEPT", "-j DROP", "-j TTL --ttl-set 33");
      default -> mark();
    };
  }

  private String filter() {
    return switch (dice.below(7)) {
      case 0 -> "-j DROP";
      case 1, 2 -> "-j REJECT --reject-with " + refusal();
      case 3 -> mark();
      default -> "-j ACCEPT";
    };
  }

  private String refusal() {
    String with = dice.of(REFUSALS);
    if (with.equals("tcp-reset")) {
      protocol = "tcp";
    }
    return with;
  }

  private String nat(String chain) {
    if (dice.percent(10)) {
      return dice.of("-j ACCEPT", mark());
    }
    boolean destination =
        chain.equals("PREROUTING") || chain.equals("OUTPUT") || chain.startsWith("d-");
    if (destination) {
      return destination();
    }
    return chain.equals("INPUT") ? "-j SNAT --to-source 192.168.0.2" : source(chain);
  }

  private String destination() {
    boolean port = dice.percent(60);
    if (port && protocol.isEmpty()) {
      protocol = "tcp";
    }
    if (dice.percent(12)) {
      return "-j REDIRECT" + (port ? " --to-ports " + dice.of("8080", "9100") : "");
    }
    if (dice.percent(8)) {
      return "-j NETMAP --to 10.244.0.0/24";
    }
    return "-j DNAT --to-destination "
        + dice.of(dice.of(PODS), dice.of(PODS), "192.168.0.2")
        + (port ? ":" + dice.of("80", "8080", "8443", "81") : "");
  }

  /** MASQUERADE is refused in chains that INPUT calls too, so it stands in POSTROUTING only. */
  private String source(String chain) {
    return chain.equals("POSTROUTING") && dice.percent(60)
        ? "-j MASQUERADE" + dice.of("", "", " --random-fully")
        : "-j SNAT --to-source " + dice.of("192.168.0.2", "192.168.0.2", "10.244.0.12");
  }
}
