package io.kubehop.service.api;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link Pod} is to run, where, and how its resolver is set up (core/v1 PodSpec).
 *
 * @param nodeName the node it is bound to; empty while it is not scheduled
 * @param hostNetwork whether it lives in the network namespace of its node
 * @param hostname its host name; empty: the name of the Pod
 * @param subdomain the headless Service below whose name DNS knows it; empty: none
 * @param containers the containers
 * @param initContainers the containers that run first, and those that stay beside the others
 *     (restart policy {@code Always})
 * @param restartPolicy {@code Always} (default), {@code OnFailure} or {@code Never}
 * @param terminationGracePeriodSeconds how long it may take to end, in seconds; 30 by default
 * @param readinessGates types of further conditions that must hold before it counts as ready
 * @param nodeSelector labels that its node must have
 * @param requiredNodeAffinity {@code
 *     affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution}
 * @param tolerations taints of nodes that it puts up with
 * @param topologySpreadConstraints how it wants to be spread
 * @param dnsPolicy {@code ClusterFirst} (default), {@code ClusterFirstWithHostNet}, {@code Default}
 *     or {@code None}
 * @param dnsConfig what is added to its resolver configuration
 * @param hostAliases lines added to its {@code /etc/hosts}
 */
public record PodSpec(
    String nodeName,
    boolean hostNetwork,
    String hostname,
    String subdomain,
    List<Container> containers,
    List<Container> initContainers,
    String restartPolicy,
    long terminationGracePeriodSeconds,
    List<String> readinessGates,
    Map<String, String> nodeSelector,
    Optional<NodeSelector> requiredNodeAffinity,
    List<Toleration> tolerations,
    List<TopologySpreadConstraint> topologySpreadConstraints,
    String dnsPolicy,
    Optional<PodDNSConfig> dnsConfig,
    List<HostAlias> hostAliases) {

  /** Copies the collections. */
  public PodSpec {
    nodeSelector = ImmutableMap.copyOf(nodeSelector);
    containers = List.copyOf(containers);
    initContainers = List.copyOf(initContainers);
    readinessGates = List.copyOf(readinessGates);
    tolerations = List.copyOf(tolerations);
    topologySpreadConstraints = List.copyOf(topologySpreadConstraints);
    hostAliases = List.copyOf(hostAliases);
  }

  /** Returns a builder in which every value has its default. */
  public static PodSpecBuilder builder() {
    return new PodSpecBuilder();
  }

  /** Returns a builder that starts from these values. */
  public PodSpecBuilder toBuilder() {
    return new PodSpecBuilder(this);
  }
}
