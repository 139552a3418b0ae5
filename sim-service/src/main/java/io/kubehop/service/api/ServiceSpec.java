package io.kubehop.service.api;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a {@link Service} asks for (core/v1 ServiceSpec), and the addresses and ports that the API
 * server allocated.
 *
 * <p>Texts are empty and lists are empty where a manifest leaves them out; an {@code Optional} is
 * absent where the API server's default depends on other fields, so that its defaulting can tell.
 *
 * @param type {@code ClusterIP} (default), {@code NodePort}, {@code LoadBalancer} or {@code
 *     ExternalName}
 * @param clusterIP the first of {@code clusterIPs} as the manifest writes it; {@code None} for a
 *     headless Service, empty while none is allocated
 * @param clusterIPs the virtual addresses, one for each family; the first equals {@code clusterIP}
 * @param ipFamilies the families in order, {@code IPv4} and {@code IPv6}
 * @param ipFamilyPolicy {@code SingleStack}, {@code PreferDualStack} or {@code RequireDualStack}
 * @param ports the ports; may be empty only for headless Services and {@code ExternalName}
 * @param selector labels of the Pods behind it; empty: endpoints are made by somebody else
 * @param sessionAffinity {@code None} (default) or {@code ClientIP}
 * @param sessionAffinityTimeoutSeconds {@code sessionAffinityConfig.clientIP.timeoutSeconds}, in
 *     seconds; 10800 by default with {@code ClientIP}
 * @param externalIPs addresses outside of the cluster's control that nodes accept for this Service
 * @param externalName the name that DNS answers with, for type {@code ExternalName}
 * @param internalTrafficPolicy {@code Cluster} or {@code Local}: which endpoints traffic from
 *     inside may use
 * @param externalTrafficPolicy {@code Cluster} or {@code Local}: which endpoints traffic from
 *     outside may use
 * @param healthCheckNodePort the node port on which nodes tell balancers whether they have
 *     endpoints; 0: none
 * @param loadBalancerIP the address asked for; empty: any
 * @param loadBalancerSourceRanges client CIDRs that the balancer lets in; empty: all
 * @param loadBalancerClass which balancer serves it; absent: the cloud provider's
 * @param allocateLoadBalancerNodePorts whether a {@code LoadBalancer} gets node ports; true by
 *     default for that type
 * @param publishNotReadyAddresses whether endpoints count as ready whatever their Pods say
 * @param trafficDistribution {@code PreferClose}, {@code PreferSameZone} or {@code PreferSameNode};
 *     absent: all endpoints alike
 */
public record ServiceSpec(
    String type,
    String clusterIP,
    List<String> clusterIPs,
    List<String> ipFamilies,
    Optional<String> ipFamilyPolicy,
    List<ServicePort> ports,
    Map<String, String> selector,
    String sessionAffinity,
    Optional<Integer> sessionAffinityTimeoutSeconds,
    List<String> externalIPs,
    String externalName,
    Optional<String> internalTrafficPolicy,
    Optional<String> externalTrafficPolicy,
    int healthCheckNodePort,
    String loadBalancerIP,
    List<String> loadBalancerSourceRanges,
    Optional<String> loadBalancerClass,
    Optional<Boolean> allocateLoadBalancerNodePorts,
    boolean publishNotReadyAddresses,
    Optional<String> trafficDistribution) {

  /** Copies the collections. */
  public ServiceSpec {
    selector = ImmutableMap.copyOf(selector);
    clusterIPs = List.copyOf(clusterIPs);
    ipFamilies = List.copyOf(ipFamilies);
    ports = List.copyOf(ports);
    externalIPs = List.copyOf(externalIPs);
    loadBalancerSourceRanges = List.copyOf(loadBalancerSourceRanges);
  }

  /** Returns a builder in which every value has its default. */
  public static ServiceSpecBuilder builder() {
    return new ServiceSpecBuilder();
  }

  /** Returns a builder that starts from these values. */
  public ServiceSpecBuilder toBuilder() {
    return new ServiceSpecBuilder(this);
  }

  /**
   * Returns whether the Service has no virtual address by its own wish ({@code clusterIP: None}).
   */
  public boolean isHeadless() {
    return clusterIP.equals("None");
  }

  /** Returns whether the Service is only a DNS name for another one. */
  public boolean isExternalName() {
    return type.equals("ExternalName");
  }

  /**
   * Returns whether the nodes accept traffic for it on ports of their own, as far as such are
   * allocated.
   */
  public boolean mayHaveNodePorts() {
    return type.equals("NodePort") || type.equals("LoadBalancer");
  }

  /** Returns whether a load balancer is asked for. */
  public boolean isLoadBalancer() {
    return type.equals("LoadBalancer");
  }

  /** Returns whether a client keeps its endpoint. */
  public boolean hasClientAffinity() {
    return sessionAffinity.equals("ClientIP");
  }

  /** Returns whether traffic from inside stays on its node. */
  public boolean isInternallyLocal() {
    return internalTrafficPolicy.filter("Local"::equals).isPresent();
  }

  /** Returns whether traffic from outside stays on the node it came to. */
  public boolean isExternallyLocal() {
    return externalTrafficPolicy.filter("Local"::equals).isPresent();
  }
}
