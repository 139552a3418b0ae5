package io.kubehop.service.api;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a {@link PodSpec}; a value that is not set has its default. */
public final class PodSpecBuilder {
  private String nodeName = "";
  private boolean hostNetwork;
  private String hostname = "";
  private String subdomain = "";
  private List<Container> containers = List.of();
  private List<Container> initContainers = List.of();
  private String restartPolicy = "Always";
  private long terminationGracePeriodSeconds = 30;
  private List<String> readinessGates = List.of();
  private Map<String, String> nodeSelector = ImmutableMap.of();
  private Optional<NodeSelector> requiredNodeAffinity = Optional.empty();
  private List<Toleration> tolerations = List.of();
  private List<TopologySpreadConstraint> topologySpreadConstraints = List.of();
  private String dnsPolicy = "ClusterFirst";
  private Optional<PodDNSConfig> dnsConfig = Optional.empty();
  private List<HostAlias> hostAliases = List.of();

  PodSpecBuilder() {}

  PodSpecBuilder(PodSpec from) {
    nodeName = from.nodeName();
    hostNetwork = from.hostNetwork();
    hostname = from.hostname();
    subdomain = from.subdomain();
    containers = from.containers();
    initContainers = from.initContainers();
    restartPolicy = from.restartPolicy();
    terminationGracePeriodSeconds = from.terminationGracePeriodSeconds();
    readinessGates = from.readinessGates();
    nodeSelector = from.nodeSelector();
    requiredNodeAffinity = from.requiredNodeAffinity();
    tolerations = from.tolerations();
    topologySpreadConstraints = from.topologySpreadConstraints();
    dnsPolicy = from.dnsPolicy();
    dnsConfig = from.dnsConfig();
    hostAliases = from.hostAliases();
  }

  /** Sets {@link PodSpec#nodeName}. */
  public PodSpecBuilder nodeName(String value) {
    nodeName = value;
    return this;
  }

  /** Sets {@link PodSpec#hostNetwork}. */
  public PodSpecBuilder hostNetwork(boolean value) {
    hostNetwork = value;
    return this;
  }

  /** Sets {@link PodSpec#hostname}. */
  public PodSpecBuilder hostname(String value) {
    hostname = value;
    return this;
  }

  /** Sets {@link PodSpec#subdomain}. */
  public PodSpecBuilder subdomain(String value) {
    subdomain = value;
    return this;
  }

  /** Sets {@link PodSpec#containers}. */
  public PodSpecBuilder containers(List<Container> value) {
    containers = value;
    return this;
  }

  /** Sets {@link PodSpec#initContainers}. */
  public PodSpecBuilder initContainers(List<Container> value) {
    initContainers = value;
    return this;
  }

  /** Sets {@link PodSpec#restartPolicy}. */
  public PodSpecBuilder restartPolicy(String value) {
    restartPolicy = value;
    return this;
  }

  /** Sets {@link PodSpec#terminationGracePeriodSeconds}. */
  public PodSpecBuilder terminationGracePeriodSeconds(long value) {
    terminationGracePeriodSeconds = value;
    return this;
  }

  /** Sets {@link PodSpec#readinessGates}. */
  public PodSpecBuilder readinessGates(List<String> value) {
    readinessGates = value;
    return this;
  }

  /** Sets {@link PodSpec#nodeSelector}. */
  public PodSpecBuilder nodeSelector(Map<String, String> value) {
    nodeSelector = value;
    return this;
  }

  /** Sets {@link PodSpec#requiredNodeAffinity}. */
  public PodSpecBuilder requiredNodeAffinity(Optional<NodeSelector> value) {
    requiredNodeAffinity = value;
    return this;
  }

  /** Sets {@link PodSpec#tolerations}. */
  public PodSpecBuilder tolerations(List<Toleration> value) {
    tolerations = value;
    return this;
  }

  /** Sets {@link PodSpec#topologySpreadConstraints}. */
  public PodSpecBuilder topologySpreadConstraints(List<TopologySpreadConstraint> value) {
    topologySpreadConstraints = value;
    return this;
  }

  /** Sets {@link PodSpec#dnsPolicy}. */
  public PodSpecBuilder dnsPolicy(String value) {
    dnsPolicy = value;
    return this;
  }

  /** Sets {@link PodSpec#dnsConfig}. */
  public PodSpecBuilder dnsConfig(Optional<PodDNSConfig> value) {
    dnsConfig = value;
    return this;
  }

  /** Sets {@link PodSpec#hostAliases}. */
  public PodSpecBuilder hostAliases(List<HostAlias> value) {
    hostAliases = value;
    return this;
  }

  /** Returns what was set. */
  public PodSpec build() {
    return new PodSpec(
        nodeName,
        hostNetwork,
        hostname,
        subdomain,
        containers,
        initContainers,
        restartPolicy,
        terminationGracePeriodSeconds,
        readinessGates,
        nodeSelector,
        requiredNodeAffinity,
        tolerations,
        topologySpreadConstraints,
        dnsPolicy,
        dnsConfig,
        hostAliases);
  }
}
