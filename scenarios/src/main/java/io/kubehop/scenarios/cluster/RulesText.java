package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Host;
import io.kubehop.core.ipset.IpsetSave;
import io.kubehop.core.ipvs.VirtualServer;
import io.kubehop.core.ipvs.VirtualServerEntry;
import io.kubehop.core.ipvs.text.IpvsadmSave;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.text.IptablesSave;
import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.nftables.TableFamily;
import io.kubehop.core.nftables.text.NftText;
import io.kubehop.kubeproxy.config.ProxyMode;
import java.util.List;
import java.util.function.Supplier;

/** What a proxy owns on a node, in the words of the tools of its mode. */
final class RulesText {
  private RulesText() {}

  /**
   * The text of one family.
   *
   * @param listeners what proxies listen on, where they are programs
   */
  static String print(
      ProxyMode mode, Host host, IpFamily family, Supplier<List<String>> listeners) {
    String iptables = IptablesSave.print(host.firewall().rules(family));
    return switch (mode) {
      case IPTABLES -> iptables;
      case IPVS -> iptables + ipvs(host);
      case NFTABLES -> nftables(host, family);
      case USERSPACE -> iptables + "# listeners\n" + lines(listeners.get());
    };
  }

  private static String nftables(Host host, IpFamily family) {
    TableFamily tables = family == IpFamily.IPV4 ? TableFamily.IP : TableFamily.IP6;
    NftTable table = host.firewall().nftRuleset().table(tables, "kube-proxy");
    return table == null ? "" : NftText.print(table);
  }

  /** Its tools print both families. */
  private static String ipvs(Host host) {
    List<VirtualServerEntry> servers =
        host.firewall().ipvs().services().stream().map(VirtualServer::entry).toList();
    return "# ipvsadm-save -n\n"
        + IpvsadmSave.print(servers)
        + "# ipset save\n"
        + IpsetSave.print(host.firewall().sets(), host.simulation().now());
  }

  private static String lines(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
