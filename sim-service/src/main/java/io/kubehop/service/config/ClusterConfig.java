package io.kubehop.service.config;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpFamily;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is set for a cluster by the flags of its components and not by objects: the {@code cluster:}
 * section of a scenario, less what only concerns single nodes and their proxies.
 *
 * @param clusterDomain the DNS domain of the cluster
 * @param serviceCIDRs ranges of cluster IPs: one of either family or one of each, the first is the
 *     primary family
 * @param podCIDRs ranges of Pod addresses, from which nodes get theirs
 * @param nodePortRange the ports that node ports are taken from
 * @param loadBalancer the cloud provider; absent: Services of type LoadBalancer stay pending
 * @param epoch the wall clock at virtual time 0
 */
public record ClusterConfig(
    String clusterDomain,
    List<Cidr> serviceCIDRs,
    List<Cidr> podCIDRs,
    PortRange nodePortRange,
    Optional<LoadBalancerConfig> loadBalancer,
    Instant epoch) {

  /** What holds where nothing is said. */
  public static final ClusterConfig DEFAULT =
      new ClusterConfig(
          "cluster.local",
          List.of(Cidr.parse("10.96.0.0/12")),
          List.of(Cidr.parse("10.244.0.0/16")),
          new PortRange(30000, 32767),
          Optional.empty(),
          Instant.parse("2025-01-01T00:00:00Z"));

  /** Copies the lists and checks that Services have an unambiguous primary family. */
  public ClusterConfig {
    serviceCIDRs = List.copyOf(serviceCIDRs);
    podCIDRs = List.copyOf(podCIDRs);
    long families = serviceCIDRs.stream().map(Cidr::family).distinct().count();
    if (serviceCIDRs.isEmpty() || serviceCIDRs.size() != families) {
      throw new IllegalArgumentException(
          "serviceCIDRs " + serviceCIDRs + " are not one range, or one of each family");
    }
  }

  /** Returns the primary family of Services. */
  public IpFamily primaryFamily() {
    return serviceCIDRs.get(0).family();
  }

  /** Returns the range of cluster IPs of a family, if Services have that family. */
  public Optional<Cidr> serviceCIDR(IpFamily family) {
    return serviceCIDRs.stream().filter(cidr -> cidr.family() == family).findFirst();
  }

  /** Returns these settings with other ranges of cluster IPs. */
  public ClusterConfig withServiceCIDRs(List<Cidr> other) {
    return new ClusterConfig(clusterDomain, other, podCIDRs, nodePortRange, loadBalancer, epoch);
  }

  /** Returns these settings with other ranges of Pod addresses. */
  public ClusterConfig withPodCIDRs(List<Cidr> other) {
    return new ClusterConfig(
        clusterDomain, serviceCIDRs, other, nodePortRange, loadBalancer, epoch);
  }

  /** Returns these settings with another range of node ports. */
  public ClusterConfig withNodePortRange(PortRange other) {
    return new ClusterConfig(clusterDomain, serviceCIDRs, podCIDRs, other, loadBalancer, epoch);
  }

  /** Returns these settings with a cloud provider. */
  public ClusterConfig withLoadBalancer(LoadBalancerConfig other) {
    return new ClusterConfig(
        clusterDomain, serviceCIDRs, podCIDRs, nodePortRange, Optional.of(other), epoch);
  }
}
