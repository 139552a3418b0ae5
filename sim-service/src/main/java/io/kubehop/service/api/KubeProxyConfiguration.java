package io.kubehop.service.api;

import java.util.List;
import java.util.Optional;

/**
 * The configuration of kube-proxy (kubeproxy.config.k8s.io/v1alpha1), as far as rules depend on it.
 * It is a file of kube-proxy and no object of the API, but it is given among the manifests. What it
 * does not say is absent, so that the settings of one node can be laid over those of the cluster.
 *
 * @param metadata a name, where the document gives one
 * @param mode {@code iptables}, {@code ipvs}, {@code nftables} or {@code userspace}; an empty text
 *     is the default of the platform
 * @param clusterCIDR ranges of the Pods, separated by commas; an explicit empty text says that they
 *     are unknown
 * @param detectLocalMode how traffic of local Pods is told: {@code ClusterCIDR}, {@code NodeCIDR},
 *     {@code BridgeInterface} or {@code InterfaceNamePrefix}
 * @param bridgeInterface {@code detectLocal.bridgeInterface}
 * @param interfaceNamePrefix {@code detectLocal.interfaceNamePrefix}
 * @param nodePortAddresses ranges of node addresses that take node ports, or {@code primary}
 * @param iptables what the iptables mode, and masquerading of the ipvs mode, go by
 * @param ipvs what the ipvs mode goes by
 * @param nftables what the nftables mode goes by
 */
public record KubeProxyConfiguration(
    ObjectMeta metadata,
    Optional<String> mode,
    Optional<String> clusterCIDR,
    Optional<String> detectLocalMode,
    Optional<String> bridgeInterface,
    Optional<String> interfaceNamePrefix,
    Optional<List<String>> nodePortAddresses,
    KubeProxyIPTablesConfiguration iptables,
    KubeProxyIPVSConfiguration ipvs,
    KubeProxyNFTablesConfiguration nftables)
    implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "KubeProxyConfiguration";

  /** Copies the collections. */
  public KubeProxyConfiguration {
    nodePortAddresses = nodePortAddresses.map(List::copyOf);
  }

  @Override
  public String apiVersion() {
    return "kubeproxy.config.k8s.io/v1alpha1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public KubeProxyConfiguration withMetadata(ObjectMeta other) {
    return new KubeProxyConfiguration(
        other,
        mode,
        clusterCIDR,
        detectLocalMode,
        bridgeInterface,
        interfaceNamePrefix,
        nodePortAddresses,
        iptables,
        ipvs,
        nftables);
  }

  /** Returns these settings with another mode. */
  public KubeProxyConfiguration withMode(String other) {
    return new KubeProxyConfiguration(
        metadata,
        Optional.of(other),
        clusterCIDR,
        detectLocalMode,
        bridgeInterface,
        interfaceNamePrefix,
        nodePortAddresses,
        iptables,
        ipvs,
        nftables);
  }

  /** Returns these settings, completed by those of another configuration where they say nothing. */
  public KubeProxyConfiguration over(KubeProxyConfiguration base) {
    return new KubeProxyConfiguration(
        metadata,
        mode.or(() -> base.mode),
        clusterCIDR.or(() -> base.clusterCIDR),
        detectLocalMode.or(() -> base.detectLocalMode),
        bridgeInterface.or(() -> base.bridgeInterface),
        interfaceNamePrefix.or(() -> base.interfaceNamePrefix),
        nodePortAddresses.or(() -> base.nodePortAddresses),
        iptables.over(base.iptables),
        ipvs.over(base.ipvs),
        nftables.over(base.nftables));
  }

  /** A configuration that says nothing. */
  public static final KubeProxyConfiguration EMPTY =
      new KubeProxyConfiguration(
          ObjectMeta.EMPTY,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          KubeProxyIPTablesConfiguration.EMPTY,
          KubeProxyIPVSConfiguration.EMPTY,
          KubeProxyNFTablesConfiguration.EMPTY);
}
