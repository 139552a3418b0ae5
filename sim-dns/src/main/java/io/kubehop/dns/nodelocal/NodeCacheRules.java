package io.kubehop.dns.nodelocal;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.NetworkInterface;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.ruleset.Ruleset;
import io.kubehop.core.netfilter.text.IptablesSave;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a node-cache changes on its node: an interface with its addresses, and rules that keep its
 * packets out of connection tracking, and so out of address translation: even the address of the
 * cluster's DNS leads to it then, and not to kube-proxy's rules.
 */
final class NodeCacheRules {
  private static final int DNS_PORT = 53;

  private final Host host;
  private final NodeCacheArguments arguments;

  NodeCacheRules(Host host, NodeCacheArguments arguments) {
    this.host = host;
    this.arguments = arguments;
  }

  void setUp() {
    if (arguments.setsUpInterface() && host.networkInterface(arguments.interfaceName()) == null) {
      NetworkInterface device = host.addInterface(arguments.interfaceName(), null);
      for (IpAddress address : arguments.localIps()) {
        if (host.ownerOf(address) == null) {
          device.addAddress(address, Cidr.host(address));
        }
      }
    }
    if (arguments.setsUpRules()) {
      for (IpFamily family : IpFamily.values()) {
        List<IpAddress> own =
            arguments.localIps().stream().filter(ip -> ip.family() == family).toList();
        if (!own.isEmpty()) {
          host.firewall().setRulesInFront(IptablesSave.read(text(own), family));
        }
      }
    }
  }

  void tearDown() {
    NetworkInterface device = host.networkInterface(arguments.interfaceName());
    if (arguments.setsUpInterface() && device != null) {
      host.removeInterface(device);
    }
    if (arguments.setsUpRules()) {
      for (IpFamily family : IpFamily.values()) {
        host.firewall().setRulesInFront(Ruleset.empty(family));
      }
    }
  }

  /** Each rule is inserted at the head of its chain, so the last one stands first. */
  private String text(List<IpAddress> addresses) {
    List<String> raw = new ArrayList<>();
    List<String> filter = new ArrayList<>();
    for (IpAddress address : addresses) {
      addBoth(raw, "PREROUTING -d " + address, "--dport " + DNS_PORT, "NOTRACK");
      addBoth(filter, "INPUT -d " + address, "--dport " + DNS_PORT, "ACCEPT");
      addBoth(raw, "OUTPUT -s " + address, "--sport " + DNS_PORT, "NOTRACK");
      addBoth(filter, "OUTPUT -s " + address, "--sport " + DNS_PORT, "ACCEPT");
      addBoth(raw, "OUTPUT -d " + address, "--dport " + DNS_PORT, "NOTRACK");
      add(raw, "OUTPUT -d " + address, "tcp", "--dport " + arguments.healthPort(), "NOTRACK");
      add(raw, "OUTPUT -s " + address, "tcp", "--sport " + arguments.healthPort(), "NOTRACK");
    }
    Collections.reverse(raw);
    Collections.reverse(filter);
    return "*raw\n:PREROUTING ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
        + String.join("\n", raw)
        + "\nCOMMIT\n*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n"
        + String.join("\n", filter)
        + "\nCOMMIT\n";
  }

  private static void addBoth(List<String> rules, String start, String port, String target) {
    add(rules, start, "tcp", port, target);
    add(rules, start, "udp", port, target);
  }

  private static void add(
      List<String> rules, String start, String protocol, String port, String target) {
    rules.add("-A " + start + " -p " + protocol + " -m " + protocol + " " + port + " -j " + target);
  }
}
