package io.kubehop.service.api;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a {@link ServiceSpec}; a value that is not set has its default. */
public final class ServiceSpecBuilder {
  private String type = "ClusterIP";
  private String clusterIP = "";
  private List<String> clusterIPs = List.of();
  private List<String> ipFamilies = List.of();
  private Optional<String> ipFamilyPolicy = Optional.empty();
  private List<ServicePort> ports = List.of();
  private Map<String, String> selector = ImmutableMap.of();
  private String sessionAffinity = "None";
  private Optional<Integer> sessionAffinityTimeoutSeconds = Optional.empty();
  private List<String> externalIPs = List.of();
  private String externalName = "";
  private Optional<String> internalTrafficPolicy = Optional.empty();
  private Optional<String> externalTrafficPolicy = Optional.empty();
  private int healthCheckNodePort;
  private String loadBalancerIP = "";
  private List<String> loadBalancerSourceRanges = List.of();
  private Optional<String> loadBalancerClass = Optional.empty();
  private Optional<Boolean> allocateLoadBalancerNodePorts = Optional.empty();
  private boolean publishNotReadyAddresses;
  private Optional<String> trafficDistribution = Optional.empty();

  ServiceSpecBuilder() {}

  ServiceSpecBuilder(ServiceSpec from) {
    type = from.type();
    clusterIP = from.clusterIP();
    clusterIPs = from.clusterIPs();
    ipFamilies = from.ipFamilies();
    ipFamilyPolicy = from.ipFamilyPolicy();
    ports = from.ports();
    selector = from.selector();
    sessionAffinity = from.sessionAffinity();
    sessionAffinityTimeoutSeconds = from.sessionAffinityTimeoutSeconds();
    externalIPs = from.externalIPs();
    externalName = from.externalName();
    internalTrafficPolicy = from.internalTrafficPolicy();
    externalTrafficPolicy = from.externalTrafficPolicy();
    healthCheckNodePort = from.healthCheckNodePort();
    loadBalancerIP = from.loadBalancerIP();
    loadBalancerSourceRanges = from.loadBalancerSourceRanges();
    loadBalancerClass = from.loadBalancerClass();
    allocateLoadBalancerNodePorts = from.allocateLoadBalancerNodePorts();
    publishNotReadyAddresses = from.publishNotReadyAddresses();
    trafficDistribution = from.trafficDistribution();
  }

  /** Sets {@link ServiceSpec#type}. */
  public ServiceSpecBuilder type(String value) {
    type = value;
    return this;
  }

  /** Sets {@link ServiceSpec#clusterIP}. */
  public ServiceSpecBuilder clusterIP(String value) {
    clusterIP = value;
    return this;
  }

  /** Sets {@link ServiceSpec#clusterIPs}. */
  public ServiceSpecBuilder clusterIPs(List<String> value) {
    clusterIPs = value;
    return this;
  }

  /** Sets {@link ServiceSpec#ipFamilies}. */
  public ServiceSpecBuilder ipFamilies(List<String> value) {
    ipFamilies = value;
    return this;
  }

  /** Sets {@link ServiceSpec#ipFamilyPolicy}. */
  public ServiceSpecBuilder ipFamilyPolicy(Optional<String> value) {
    ipFamilyPolicy = value;
    return this;
  }

  /** Sets {@link ServiceSpec#ports}. */
  public ServiceSpecBuilder ports(List<ServicePort> value) {
    ports = value;
    return this;
  }

  /** Sets {@link ServiceSpec#selector}. */
  public ServiceSpecBuilder selector(Map<String, String> value) {
    selector = value;
    return this;
  }

  /** Sets {@link ServiceSpec#sessionAffinity}. */
  public ServiceSpecBuilder sessionAffinity(String value) {
    sessionAffinity = value;
    return this;
  }

  /** Sets {@link ServiceSpec#sessionAffinityTimeoutSeconds}. */
  public ServiceSpecBuilder sessionAffinityTimeoutSeconds(Optional<Integer> value) {
    sessionAffinityTimeoutSeconds = value;
    return this;
  }

  /** Sets {@link ServiceSpec#externalIPs}. */
  public ServiceSpecBuilder externalIPs(List<String> value) {
    externalIPs = value;
    return this;
  }

  /** Sets {@link ServiceSpec#externalName}. */
  public ServiceSpecBuilder externalName(String value) {
    externalName = value;
    return this;
  }

  /** Sets {@link ServiceSpec#internalTrafficPolicy}. */
  public ServiceSpecBuilder internalTrafficPolicy(Optional<String> value) {
    internalTrafficPolicy = value;
    return this;
  }

  /** Sets {@link ServiceSpec#externalTrafficPolicy}. */
  public ServiceSpecBuilder externalTrafficPolicy(Optional<String> value) {
    externalTrafficPolicy = value;
    return this;
  }

  /** Sets {@link ServiceSpec#healthCheckNodePort}. */
  public ServiceSpecBuilder healthCheckNodePort(int value) {
    healthCheckNodePort = value;
    return this;
  }

  /** Sets {@link ServiceSpec#loadBalancerIP}. */
  public ServiceSpecBuilder loadBalancerIP(String value) {
    loadBalancerIP = value;
    return this;
  }

  /** Sets {@link ServiceSpec#loadBalancerSourceRanges}. */
  public ServiceSpecBuilder loadBalancerSourceRanges(List<String> value) {
    loadBalancerSourceRanges = value;
    return this;
  }

  /** Sets {@link ServiceSpec#loadBalancerClass}. */
  public ServiceSpecBuilder loadBalancerClass(Optional<String> value) {
    loadBalancerClass = value;
    return this;
  }

  /** Sets {@link ServiceSpec#allocateLoadBalancerNodePorts}. */
  public ServiceSpecBuilder allocateLoadBalancerNodePorts(Optional<Boolean> value) {
    allocateLoadBalancerNodePorts = value;
    return this;
  }

  /** Sets {@link ServiceSpec#publishNotReadyAddresses}. */
  public ServiceSpecBuilder publishNotReadyAddresses(boolean value) {
    publishNotReadyAddresses = value;
    return this;
  }

  /** Sets {@link ServiceSpec#trafficDistribution}. */
  public ServiceSpecBuilder trafficDistribution(Optional<String> value) {
    trafficDistribution = value;
    return this;
  }

  /** Returns what was set. */
  public ServiceSpec build() {
    return new ServiceSpec(
        type,
        clusterIP,
        clusterIPs,
        ipFamilies,
        ipFamilyPolicy,
        ports,
        selector,
        sessionAffinity,
        sessionAffinityTimeoutSeconds,
        externalIPs,
        externalName,
        internalTrafficPolicy,
        externalTrafficPolicy,
        healthCheckNodePort,
        loadBalancerIP,
        loadBalancerSourceRanges,
        loadBalancerClass,
        allocateLoadBalancerNodePorts,
        publishNotReadyAddresses,
        trafficDistribution);
  }
}
