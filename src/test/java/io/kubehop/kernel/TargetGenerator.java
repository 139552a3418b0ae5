package io.kubehop.kernel;

/** Random targets, in words of {@code iptables-restore}. */
final class TargetGenerator {
  private final Dice dice;
  private final AddressPlan plan;
  private final Spot spot;
  private String protocol;

  /**
   * Begins.
   *
   * @param protocol the protocol that the rule would match; see {@link #protocol()}
   */
  TargetGenerator(Dice dice, AddressPlan plan, Spot spot, String protocol) {
    this.dice = dice;
    this.plan = plan;
    this.spot = spot;
    this.protocol = protocol;
  }

  /** The protocol that the rule must match for its target: ports need one. */
  String protocol() {
    return protocol;
  }

  /** A target that the chain takes. */
  String target() {
    if (dice.percent(8)) {
      return dice.of("-j RETURN", "-j LOG --log-level 7", "-j NFLOG --nflog-group 3", "");
    }
    if (spot.isOrdered() && dice.percent(8)) {
      return "-j SET --"
          + dice.of("add", "add", "del")
          + "-set "
          + SetGenerator.SEEN
          + " "
          + dice.of("src", "dst");
    }
    return switch (spot.table()) {
      case "raw" -> raw();
      case "mangle" -> mangle();
      case "nat" -> nat();
      case "security" -> dice.of("-j ACCEPT", "-j ACCEPT", "-j DROP", mark());
      default -> filter();
    };
  }

  private String raw() {
    return dice.of(
        "-j NOTRACK", "-j CT --notrack", "-j ACCEPT", "-j ACCEPT", "-j DROP", "-j TRACE", mark());
  }

  private String mark() {
    return "-j MARK "
        + dice.of(
            "--set-xmark 0x1/0x1",
            "--set-xmark 0x2/0xffffffff",
            "--set-mark 0x4/0xff",
            "--or-mark 0x4",
            "--and-mark 0xfffffffe",
            "--xor-mark 0x4000");
  }

  private String mangle() {
    return switch (dice.below(12)) {
      case 0 -> "-j CONNMARK --set-xmark 0x" + (1 + dice.below(4)) + "/0xff";
      case 1 -> "-j CONNMARK --save-mark --nfmask 0x" + dice.of("ff", "2") + " --ctmask 0xff";
      case 2 -> "-j CONNMARK --restore-mark --nfmask 0xff --ctmask 0x" + dice.of("ff", "3");
      case 3 -> "-j CONNMARK " + dice.of("--or-mark 0x4", "--and-mark 0x3", "--xor-mark 0x2");
      case 4 -> dice.of("-j DSCP --set-dscp 0x0a", "-j TOS --set-tos 0x10/0x3f");
      case 5 -> hops();
      case 6 -> fitting();
      case 7 ->
          dice.of("-j ACCEPT", "-j DROP", goesOut() ? "-j CLASSIFY --set-class 0001:0002" : "");
      default -> mark();
    };
  }

  private String hops() {
    String target = plan.isV4() ? "-j TTL --ttl-" : "-j HL --hl-";
    return target + dice.of("set 33", "dec 1", "dec 32", "inc 2", "set 1", "set 2");
  }

  /** Targets that change nothing that another rule could see. */
  private String fitting() {
    if (dice.percent(50)) {
      protocol = "udp";
      return "-j CHECKSUM --checksum-fill";
    }
    protocol = "tcp";
    return "-m tcp --syn -j TCPMSS " + (goesOut() ? "--clamp-mss-to-pmtu" : "--set-mss 1200");
  }

  private boolean goesOut() {
    return spot.isBuiltIn() && spot.isAnyOf("FORWARD", "OUTPUT", "POSTROUTING");
  }

  private String filter() {
    return switch (dice.below(7)) {
      case 0 -> "-j DROP";
      case 1, 2 -> "-j REJECT" + refusal();
      case 3 -> mark();
      default -> "-j ACCEPT";
    };
  }

  private String refusal() {
    if (dice.percent(12)) {
      protocol = "tcp";
      return " --reject-with tcp-reset";
    }
    return dice.percent(10) ? "" : " --reject-with " + dice.of(plan.refusals());
  }

  private String nat() {
    if (dice.percent(10)) {
      return dice.of("-j ACCEPT", mark());
    }
    boolean destination = spot.isAnyOf("PREROUTING", "OUTPUT") || spot.chain().startsWith("d-");
    return destination ? destination() : source();
  }

  private String destination() {
    boolean port = dice.percent(60);
    if (port && !protocol.equals("udp")) {
      protocol = "tcp";
    }
    if (dice.percent(12)) {
      return "-j REDIRECT" + (port ? " --to-ports " + dice.of("8080", "9100", "8080-8081") : "");
    }
    if (dice.percent(8)) {
      return "-j NETMAP --to " + plan.podNetwork();
    }
    if (dice.percent(15)) {
      return "-j DNAT --to-destination "
          + plan.podAddresses().get(0)
          + "-"
          + plan.podAddresses().get(1)
          + dice.of("", " --persistent");
    }
    String address =
        dice.of(dice.of(plan.podAddresses()), dice.of(plan.podAddresses()), plan.node().address());
    if (!port) {
      return "-j DNAT --to-destination " + address;
    }
    String ports = dice.of("80", "8080", "8443", "81", "8080-8090");
    return "-j DNAT --to-destination " + plan.at(address, ports);
  }

  /** MASQUERADE is refused in chains that INPUT calls too, so it stands in POSTROUTING only. */
  private String source() {
    String node = plan.node().address();
    if (dice.percent(10)) {
      return "-j NETMAP --to " + plan.podNetwork();
    }
    if (spot.isOrdered() && dice.percent(30)) {
      protocol = protocol.equals("udp") ? "udp" : "tcp";
      String ports = dice.of("30000-30003", "30000-30015", "30000");
      return spot.isAnyOf("POSTROUTING") && dice.percent(50)
          ? "-j MASQUERADE --to-ports " + ports
          : "-j SNAT --to-source " + plan.at(node, ports);
    }
    return spot.isAnyOf("POSTROUTING") && dice.percent(60)
        ? "-j MASQUERADE" + dice.of("", "", " --random-fully", " --random")
        : "-j SNAT --to-source " + dice.of(node, node, plan.podAddresses().get(1));
  }
}
