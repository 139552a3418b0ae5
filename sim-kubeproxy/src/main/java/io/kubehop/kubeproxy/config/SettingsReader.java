package io.kubehop.kubeproxy.config;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.kubeproxy.node.NodeFacts;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.api.KubeProxyIPTablesConfiguration;
import io.kubehop.service.api.KubeProxyNFTablesConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Completes a configuration with the defaults of kube-proxy 1.34
 * (pkg/proxy/apis/config/v1alpha1/defaults.go, cmd/kube-proxy/app/server_linux.go) and with what it
 * takes from the cluster and from the node.
 *
 * @param configuration what was configured
 * @param podCIDRs the ranges of Pods of the cluster, which count where {@code clusterCIDR} is
 *     absent
 * @param udpCleanup which tracked flows are forgotten
 */
public record SettingsReader(
    KubeProxyConfiguration configuration, List<Cidr> podCIDRs, UdpCleanup udpCleanup) {
  private static final int DEFAULT_MASQUERADE_BIT = 14;
  private static final Duration DEFAULT_SYNC_PERIOD = Duration.ofSeconds(30);
  private static final Duration DEFAULT_MIN_SYNC_PERIOD = Duration.ofSeconds(1);
  private static final String PRIMARY = "primary";

  /** Copies the list. */
  public SettingsReader {
    podCIDRs = List.copyOf(podCIDRs);
  }

  /**
   * The settings of the proxy of one node for one family.
   *
   * @throws IllegalArgumentException if a value is none that kube-proxy takes; the message names
   *     the field
   */
  public ProxySettings read(IpFamily family, NodeFacts node, boolean conntrackLiberal) {
    ProxyMode mode = ProxyMode.parse(configuration.mode().orElse(""));
    NodePortAddresses nodePortAddresses = NodePortAddresses.of(family, nodePortRanges(mode, node));
    boolean localhost =
        family == IpFamily.IPV4
            && mode != ProxyMode.NFTABLES
            && configuration.iptables().localhostNodePorts().orElse(true)
            && nodePortAddresses.containsV4Loopback();
    return new ProxySettings(
        mode,
        family,
        1 << masqueradeBit(mode),
        masqueradeAll(mode),
        localhost,
        period(mode, Periods::minSync, DEFAULT_MIN_SYNC_PERIOD),
        period(mode, Periods::sync, DEFAULT_SYNC_PERIOD),
        localDetector(family, node),
        nodePortAddresses,
        mode == ProxyMode.USERSPACE ? UdpCleanup.NONE : udpCleanup,
        true,
        !conntrackLiberal,
        mode == ProxyMode.IPVS
            ? IpvsSettings.of(configuration.ipvs(), family)
            : IpvsSettings.DEFAULT);
  }

  private int masqueradeBit(ProxyMode mode) {
    Optional<Integer> bit =
        mode == ProxyMode.NFTABLES
            ? configuration.nftables().masqueradeBit()
            : configuration.iptables().masqueradeBit();
    int value = bit.orElse(DEFAULT_MASQUERADE_BIT);
    if (value < 0 || value > 31) {
      throw new IllegalArgumentException("masqueradeBit: " + value + " is not in 0..31");
    }
    return value;
  }

  private boolean masqueradeAll(ProxyMode mode) {
    Optional<Boolean> all =
        mode == ProxyMode.NFTABLES
            ? configuration.nftables().masqueradeAll()
            : configuration.iptables().masqueradeAll();
    return all.orElse(false);
  }

  /** The periods of a section; 0 stands for the default, as kubeadm writes it. */
  private record Periods(Optional<Duration> sync, Optional<Duration> minSync) {}

  private long period(
      ProxyMode mode, Function<Periods, Optional<Duration>> which, Duration byDefault) {
    Duration period =
        which.apply(periods(mode)).filter(duration -> !duration.isZero()).orElse(byDefault);
    if (period.isNegative()) {
      throw new IllegalArgumentException("syncPeriod: " + period + " is negative");
    }
    return period.toNanos();
  }

  private Periods periods(ProxyMode mode) {
    KubeProxyIPTablesConfiguration iptables = configuration.iptables();
    KubeProxyNFTablesConfiguration nftables = configuration.nftables();
    return switch (mode) {
      case IPVS ->
          new Periods(configuration.ipvs().syncPeriod(), configuration.ipvs().minSyncPeriod());
      case NFTABLES -> new Periods(nftables.syncPeriod(), nftables.minSyncPeriod());
      case IPTABLES, USERSPACE -> new Periods(iptables.syncPeriod(), iptables.minSyncPeriod());
    };
  }

  /** In nftables mode, node ports are on primary addresses unless it is said otherwise. */
  private List<Cidr> nodePortRanges(ProxyMode mode, NodeFacts node) {
    List<String> texts = configuration.nodePortAddresses().orElse(List.of());
    if (texts.isEmpty() && mode == ProxyMode.NFTABLES) {
      texts = List.of(PRIMARY);
    }
    List<Cidr> ranges = new ArrayList<>();
    if (texts.equals(List.of(PRIMARY))) {
      for (IpFamily family : IpFamily.values()) {
        node.address(family).map(Cidr::host).ifPresent(ranges::add);
      }
      return ranges;
    }
    for (String text : texts) {
      ranges.add(cidr("nodePortAddresses", text));
    }
    return ranges;
  }

  private LocalDetector localDetector(IpFamily family, NodeFacts node) {
    String mode = configuration.detectLocalMode().filter(m -> !m.isEmpty()).orElse("ClusterCIDR");
    return switch (mode) {
      case "ClusterCIDR" -> byFirst(family, clusterCIDRs());
      case "NodeCIDR" -> byFirst(family, node.podCIDRs());
      case "BridgeInterface" -> byInterface("bridgeInterface", configuration.bridgeInterface(), "");
      case "InterfaceNamePrefix" ->
          byInterface("interfaceNamePrefix", configuration.interfaceNamePrefix(), "+");
      default ->
          throw new IllegalArgumentException(
              "detectLocalMode: '"
                  + mode
                  + "' is none of ClusterCIDR, NodeCIDR, BridgeInterface, InterfaceNamePrefix");
    };
  }

  private List<Cidr> clusterCIDRs() {
    if (configuration.clusterCIDR().isEmpty()) {
      return podCIDRs;
    }
    List<Cidr> ranges = new ArrayList<>();
    for (String text : configuration.clusterCIDR().get().split(",", -1)) {
      if (!text.isBlank()) {
        ranges.add(cidr("clusterCIDR", text.strip()));
      }
    }
    return ranges;
  }

  private static LocalDetector byFirst(IpFamily family, List<Cidr> ranges) {
    return ranges.stream()
        .filter(range -> range.family() == family)
        .findFirst()
        .<LocalDetector>map(LocalDetector.ByCidr::new)
        .orElseGet(LocalDetector.None::new);
  }

  private static LocalDetector byInterface(String field, Optional<String> name, String suffix) {
    return name.filter(text -> !text.isEmpty())
        .map(text -> new LocalDetector.ByInterface(text + suffix))
        .orElseThrow(() -> new IllegalArgumentException("detectLocal." + field + ": is missing"));
  }

  private static Cidr cidr(String field, String text) {
    try {
      if (text.indexOf('/') < 0 || !IpAddress.isAddress(text.substring(0, text.indexOf('/')))) {
        throw new IllegalArgumentException("'" + text + "' is not a network such as 10.0.0.0/8");
      }
      return Cidr.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(field + ": " + e.getMessage(), e);
    }
  }
}
