package io.kubehop.service.api;

import java.util.List;

/**
 * A part of the endpoints of a Service (discovery/v1): all of one address family and with the same
 * ports.
 *
 * @param metadata the metadata
 * @param addressType {@code IPv4}, {@code IPv6} or {@code FQDN}
 * @param endpoints the endpoints, at most 100 where the controller made them
 * @param ports the ports that each endpoint serves; empty: none
 */
public record EndpointSlice(
    ObjectMeta metadata, String addressType, List<Endpoint> endpoints, List<EndpointPort> ports)
    implements KubeObject {
  /** The kind as manifests write it. */
  public static final String KIND = "EndpointSlice";

  /** Copies the collections. */
  public EndpointSlice {
    endpoints = List.copyOf(endpoints);
    ports = List.copyOf(ports);
  }

  @Override
  public String apiVersion() {
    return "discovery.k8s.io/v1";
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public EndpointSlice withMetadata(ObjectMeta other) {
    return new EndpointSlice(other, addressType, endpoints, ports);
  }

  /** Returns this object with other endpoints. */
  public EndpointSlice withEndpoints(List<Endpoint> other) {
    return new EndpointSlice(metadata, addressType, other, ports);
  }

  /** The label that names the Service a slice belongs to. */
  public static final String SERVICE_NAME_LABEL = "kubernetes.io/service-name";

  /** The label that names the controller which keeps a slice up to date. */
  public static final String MANAGED_BY_LABEL = "endpointslice.kubernetes.io/managed-by";

  /** Returns the name of the Service the slice belongs to; empty if it says none. */
  public String serviceName() {
    return metadata.labels().getOrDefault(SERVICE_NAME_LABEL, "");
  }
}
