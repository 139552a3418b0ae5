package io.kubehop.kubeproxy.nftables;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.nftables.BaseChain;
import io.kubehop.core.nftables.ChainType;
import io.kubehop.core.nftables.NftChain;
import io.kubehop.core.nftables.NftRule;
import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.nftables.set.NftSet;
import io.kubehop.core.nftables.text.NftText;
import io.kubehop.kubeproxy.config.ProxySettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table that a node has whatever Services there are ({@code setupNFTables}). */
final class BaseTable {
  private static final int BEFORE_DNAT = -110;
  private static final int DNAT = -100;
  private static final int SNAT = 100;

  private final ProxySettings settings;
  private final Words words;
  private NftTable table;

  private BaseTable(ProxySettings settings) {
    this.settings = settings;
    this.words = Words.of(settings.family());
    this.table = NftTable.of(words.tables(), Names.TABLE).withComment("rules for kube-proxy");
  }

  /**
   * Writes it.
   *
   * @param nodePortAddresses the addresses of the node that take node ports, where not all do
   * @param serviceCIDRs where cluster IPs are given out, in either family
   */
  static NftTable of(
      ProxySettings settings, List<IpAddress> nodePortAddresses, List<Cidr> serviceCIDRs) {
    BaseTable base = new BaseTable(settings);
    base.sets(nodePortAddresses);
    base.clusterIPsCheck(serviceCIDRs);
    base.filters();
    base.translation();
    base.checks();
    return base.table;
  }

  private void sets(List<IpAddress> nodePortAddresses) {
    table = table.with(NftSet.empty(words.addresses(Names.CLUSTER_IPS, "Active ClusterIPs")));
    if (!settings.nodePortAddresses().matchesAll()) {
      table =
          table.with(
              NftSet.empty(
                  words.addresses(Names.NODEPORT_IPS, "IPs that accept NodePort traffic")));
      for (IpAddress address : nodePortAddresses) {
        addNodePortAddress(address);
      }
    }
    map(true, Names.FIREWALL_IPS, "destinations that are subject to LoadBalancerSourceRanges");
    map(
        false,
        Names.NO_ENDPOINT_NODEPORTS,
        "vmap to drop or reject packets to service nodeports with no endpoints");
    map(
        true,
        Names.NO_ENDPOINT_SERVICES,
        "vmap to drop or reject packets to services with no endpoints");
    map(true, Names.SERVICE_IPS, "ClusterIP, ExternalIP and LoadBalancer IP traffic");
    map(false, Names.SERVICE_NODEPORTS, "NodePort traffic");
  }

  /** In this mode the loopback address never takes node ports. */
  private void addNodePortAddress(IpAddress address) {
    if (!address.isLoopback()) {
      NftSet set = Elements.required(table, Names.NODEPORT_IPS);
      table =
          table.withElement(Names.NODEPORT_IPS, NftText.element(set.header(), address.toString()));
    }
  }

  private void map(boolean byAddress, String name, String comment) {
    table =
        table.with(
            NftSet.empty(byAddress ? words.byAddress(name, comment) : words.byPort(name, comment)));
  }

  /** What got to a cluster IP and found no Service there is told so. */
  private void clusterIPsCheck(List<Cidr> serviceCIDRs) {
    String ranges =
        serviceCIDRs.stream()
            .filter(range -> range.family() == settings.family())
            .map(Cidr::toString)
            .collect(Collectors.joining(", "));
    String reject =
        words.ip()
            + " daddr @cluster-ips reject comment \"Reject traffic to invalid ports of ClusterIPs\"";
    String drop = " drop comment \"Drop traffic to unallocated ClusterIPs\"";
    if (ranges.isEmpty()) {
      chain(Names.CLUSTER_IPS_CHECK, reject);
    } else {
      boolean several = ranges.contains(",");
      String either = several ? "{ " + ranges + " }" : ranges;
      chain(Names.CLUSTER_IPS_CHECK, reject, words.ip() + " daddr " + either + drop);
    }
  }

  private void filters() {
    String newOnly = "ct state new jump ";
    filter("filter-prerouting-pre-dnat", Hook.PREROUTING, BEFORE_DNAT, newOnly + "firewall-check");
    filter("filter-output-pre-dnat", Hook.OUTPUT, BEFORE_DNAT, newOnly + "firewall-check");
    filter(
        "filter-forward",
        Hook.FORWARD,
        0,
        newOnly + Names.SERVICE_ENDPOINTS_CHECK,
        newOnly + Names.CLUSTER_IPS_CHECK);
    filter(
        "filter-input",
        Hook.INPUT,
        0,
        newOnly + Names.NODEPORT_ENDPOINTS_CHECK,
        newOnly + Names.SERVICE_ENDPOINTS_CHECK);
    filter(
        "filter-output",
        Hook.OUTPUT,
        0,
        newOnly + Names.SERVICE_ENDPOINTS_CHECK,
        newOnly + Names.CLUSTER_IPS_CHECK);
    chain(Names.FIREWALL_CHECK, byAddress(Names.FIREWALL_IPS));
  }

  private void translation() {
    String mark = String.format(Locale.ROOT, "0x%08x", settings.masqueradeMark());
    chain(Names.MARK_FOR_MASQUERADE, "meta mark set meta mark | " + mark);
    chain(
        Names.MASQUERADING,
        "meta mark & " + mark + " == 0x00000000 return",
        "meta mark set meta mark ^ " + mark,
        "masquerade fully-random");
    nat("nat-output", Hook.OUTPUT, DNAT, "jump services");
    nat("nat-postrouting", Hook.POSTROUTING, SNAT, "jump masquerading");
    nat("nat-prerouting", Hook.PREROUTING, DNAT, "jump services");
  }

  private void checks() {
    chain(Names.NODEPORT_ENDPOINTS_CHECK, byNodePort(Names.NO_ENDPOINT_NODEPORTS));
    chain(Names.REJECT, "reject");
    table =
        table.with(
            rules(NftChain.of(Names.REJECT, List.of()), "reject")
                .withComment("helper for @no-endpoint-services / @no-endpoint-nodeports"));
    chain(Names.SERVICES, byAddress(Names.SERVICE_IPS), byNodePort(Names.SERVICE_NODEPORTS));
    chain(Names.SERVICE_ENDPOINTS_CHECK, byAddress(Names.NO_ENDPOINT_SERVICES));
  }

  private String byAddress(String map) {
    return words.ip() + " daddr . meta l4proto . th dport vmap @" + map;
  }

  private String byNodePort(String map) {
    String own =
        settings.nodePortAddresses().matchesAll()
            ? "fib daddr type local " + words.ip() + " daddr != " + words.loopback()
            : words.ip() + " daddr @nodeport-ips";
    return own + " meta l4proto . th dport vmap @" + map;
  }

  private void filter(String name, Hook hook, int priority, String... rules) {
    base(name, ChainType.FILTER, hook, priority, rules);
  }

  private void nat(String name, Hook hook, int priority, String... rules) {
    base(name, ChainType.NAT, hook, priority, rules);
  }

  private void base(String name, ChainType type, Hook hook, int priority, String... rules) {
    BaseChain base = BaseChain.of(type, hook, priority, priorityText(hook, priority));
    table = table.with(rules(NftChain.base(name, base, List.of()), rules));
  }

  /** The tool has names for some numbers at some hooks. */
  private static String priorityText(Hook hook, int priority) {
    return switch (priority) {
      case 0 -> "filter";
      case SNAT -> "srcnat";
      case DNAT -> hook == Hook.PREROUTING ? "dstnat" : Integer.toString(priority);
      default -> hook == Hook.PREROUTING ? "dstnat - 10" : Integer.toString(priority);
    };
  }

  private void chain(String name, String... rules) {
    table = table.with(rules(NftChain.of(name, List.of()), rules));
  }

  private NftChain rules(NftChain chain, String... rules) {
    List<NftRule> parsed =
        Arrays.stream(rules).map(rule -> NftText.rule(words.tables(), rule)).toList();
    BaseChain base = chain.base();
    return base == null
        ? NftChain.of(chain.name(), parsed)
        : NftChain.base(chain.name(), base, parsed);
  }
}
