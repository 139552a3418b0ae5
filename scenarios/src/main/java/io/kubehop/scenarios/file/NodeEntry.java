package io.kubehop.scenarios.file;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.service.api.KubeProxyConfiguration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The short form of a node.
 *
 * @param name its name
 * @param addresses its addresses on the LAN, the primary one first; empty: given out
 * @param podCIDRs the networks that its Pods are in; empty: given out
 * @param labels its labels
 * @param proxyMode how kube-proxy works on it; absent: as in the rest of the cluster
 * @param kubeProxy settings of its kube-proxy alone
 * @param captures what was captured on the real node, by field name, such as {@code iptablesSave}
 * @param resolvConf its own resolver configuration
 * @param sysctls kernel settings by name
 */
public record NodeEntry(
    String name,
    List<IpAddress> addresses,
    List<Cidr> podCIDRs,
    Map<String, String> labels,
    Optional<ProxyMode> proxyMode,
    Optional<KubeProxyConfiguration> kubeProxy,
    Map<Capture, CapturedText> captures,
    ResolvConf resolvConf,
    Map<String, Integer> sysctls) {

  /** Copies the collections. */
  public NodeEntry {
    addresses = List.copyOf(addresses);
    podCIDRs = List.copyOf(podCIDRs);
    labels = ImmutableMap.copyOf(labels);
    captures = ImmutableMap.copyOf(captures);
    sysctls = ImmutableMap.copyOf(sysctls);
  }

  /** The same without anything captured. */
  NodeEntry withoutCaptures() {
    return new NodeEntry(
        name,
        addresses,
        podCIDRs,
        labels,
        proxyMode,
        kubeProxy,
        ImmutableMap.of(),
        resolvConf,
        sysctls);
  }

  /** What can be captured on a node, by the tool that prints it. */
  public enum Capture {
    /** {@code iptables-save}. */
    IPTABLES_SAVE("iptablesSave", "iptables-save"),
    /** {@code ip6tables-save}. */
    IP6TABLES_SAVE("ip6tablesSave", "ip6tables-save"),
    /** {@code ipset save}. */
    IPSET_SAVE("ipsetSave", "ipset save"),
    /** {@code ipvsadm-save -n}. */
    IPVSADM_SAVE("ipvsadmSave", "ipvsadm-save -n"),
    /** {@code nft list ruleset}. */
    NFT_RULESET("nftRuleset", "nft list ruleset");

    private final String field;
    private final String command;

    Capture(String field, String command) {
      this.field = field;
      this.command = command;
    }

    /** The command that prints it. */
    public String command() {
      return command;
    }

    /** The field of the format. */
    public String field() {
      return field;
    }
  }

  /**
   * A captured text.
   *
   * @param file the file as messages name it
   * @param text what it holds
   */
  public record CapturedText(String file, String text) {}

  /**
   * A resolver configuration.
   *
   * @param search the search list
   * @param nameservers whom to ask
   * @param options such as {@code ndots:1}
   */
  public record ResolvConf(List<String> search, List<IpAddress> nameservers, List<String> options) {

    /** Of a node of which nothing is said. */
    public static final ResolvConf EMPTY = new ResolvConf(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public ResolvConf {
      search = List.copyOf(search);
      nameservers = List.copyOf(nameservers);
      options = List.copyOf(options);
    }
  }
}
