package io.kubehop.ingress.sample;

import io.kubehop.core.http.Certificate;
import io.kubehop.ingress.nginx.server.ClusterView;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointConditions;
import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.api.ServiceStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster in which every Service that is asked for exists, with one endpoint on port 8080; those
 * named {@code empty} have none, and those named {@code absent} do not exist.
 */
public final class EveryService implements ClusterView {
  private final Map<String, String> addresses = new LinkedHashMap<>();

  /** Makes the cluster. */
  public EveryService() {}

  @Override
  public Optional<Service> service(String namespace, String name) {
    if (name.startsWith("absent")) {
      return Optional.empty();
    }
    ServicePort port = new ServicePort("", "TCP", Optional.empty(), 80, IntOrString.of(8080), 0);
    ServiceSpec spec =
        ServiceSpec.builder()
            .type("ClusterIP")
            .clusterIP("10.96.0.10")
            .ports(List.of(port))
            .build();
    return Optional.of(new Service(ObjectMeta.of(namespace, name), spec, ServiceStatus.EMPTY));
  }

  @Override
  public List<EndpointSlice> slices(ObjectKey service) {
    if (service.name().startsWith("empty")) {
      return List.of();
    }
    Endpoint endpoint =
        new Endpoint(
            List.of(address(service.name())),
            EndpointConditions.UNKNOWN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    EndpointPort port = new EndpointPort("", "TCP", Optional.of(8080), Optional.empty());
    return List.of(
        new EndpointSlice(
            ObjectMeta.of(service.namespace(), service.name() + "-1"),
            "IPv4",
            List.of(endpoint),
            List.of(port)));
  }

  /** The address of the endpoint of a Service. */
  public String address(String service) {
    return addresses.computeIfAbsent(service, s -> "10.244.0." + (addresses.size() + 1));
  }

  @Override
  public Optional<Certificate> certificate(String namespace, String secret) {
    return Optional.empty();
  }
}
