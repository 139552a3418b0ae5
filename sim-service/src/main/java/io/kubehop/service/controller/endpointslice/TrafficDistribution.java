package io.kubehop.service.controller.endpointslice;

import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointHints;
import io.kubehop.service.api.Service;
import java.util.List;
import java.util.Optional;

/**
 * Hints from {@code spec.trafficDistribution} (k8s.io/endpointslice, trafficdist; KEP-4444,
 * KEP-3015): every ready endpoint is meant for its own zone and, with PreferSameNode, for its own
 * node.
 */
final class TrafficDistribution {
  private static final String SAME_NODE = "PreferSameNode";
  private static final List<String> KNOWN = List.of("PreferClose", "PreferSameZone", SAME_NODE);

  private TrafficDistribution() {}

  static boolean isAskedFor(Service service) {
    return service.spec().trafficDistribution().filter(KNOWN::contains).isPresent()
        && !TopologyAwareHints.isAskedFor(service);
  }

  /** The hints of one endpoint. */
  static Optional<EndpointHints> hints(Service service, Endpoint endpoint) {
    if (!isAskedFor(service) || !endpoint.conditions().ready().orElse(false)) {
      return Optional.empty();
    }
    boolean sameNode = service.spec().trafficDistribution().filter(SAME_NODE::equals).isPresent();
    List<String> zones = endpoint.zone().stream().toList();
    List<String> nodes = sameNode ? endpoint.nodeName().stream().toList() : List.of();
    return zones.isEmpty() && nodes.isEmpty()
        ? Optional.empty()
        : Optional.of(new EndpointHints(zones, nodes));
  }
}
