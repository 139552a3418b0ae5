package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Host;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.text.IptablesSave;
import io.kubehop.kubeproxy.config.ProxyMode;

/** What a proxy owns on a node, in the words of the tools of its mode. */
final class RulesText {
  private RulesText() {}

  /** The text of one family. */
  static String print(ProxyMode mode, Host host, IpFamily family) {
    String iptables = IptablesSave.print(host.firewall().rules(family));
    return switch (mode) {
      case IPTABLES, IPVS, NFTABLES, USERSPACE -> iptables;
    };
  }
}
