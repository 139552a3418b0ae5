package io.kubehop.service.controller.endpointslice;

import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.OwnerReference;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.apiserver.ApiServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The slices that one Service has to have in one address family (reconcileByAddressType of
 * k8s.io/endpointslice).
 */
final class DesiredSlices {
  private static final String HEADLESS_LABEL = "service.kubernetes.io/headless";
  private static final String CONTROL_PLANE_LABEL = "node-role.kubernetes.io/control-plane";

  /** What the slices say of who keeps them. */
  static final String CONTROLLER = "endpointslice-controller.k8s.io";

  private final ApiServer apiServer;
  private final Service service;
  private final String addressType;

  DesiredSlices(ApiServer apiServer, Service service, String addressType) {
    this.apiServer = apiServer;
    this.service = service;
    this.addressType = addressType;
  }

  /**
   * The slices over these Pods; an empty one if there is no endpoint, so that the family is known
   * to be served.
   */
  List<EndpointSlice> over(List<Pod> pods, List<EndpointSlice> existing) {
    Map<List<EndpointPort>, List<EndpointSlice>> existingByPorts = new LinkedHashMap<>();
    existing.forEach(
        slice -> existingByPorts.computeIfAbsent(slice.ports(), p -> new ArrayList<>()).add(slice));
    List<EndpointSlice> slices = new ArrayList<>();
    endpointsByPorts(pods)
        .forEach(
            (ports, endpoints) ->
                slices.addAll(
                    SlicePacking.pack(
                        existingByPorts.getOrDefault(ports, List.of()), endpoints, empty(ports))));
    if (slices.isEmpty()) {
      slices.add(empty(List.of()));
    }
    List<EndpointSlice> labelled =
        reuseNames(existing, slices).stream().map(this::labelled).toList();
    return TopologyAwareHints.isAskedFor(service)
        ? TopologyAwareHints.apply(labelled, nodesByZone())
        : labelled;
  }

  private Map<List<EndpointPort>, List<Endpoint>> endpointsByPorts(List<Pod> pods) {
    Map<List<EndpointPort>, List<Endpoint>> byPorts = new LinkedHashMap<>();
    for (Pod pod : pods) {
      Optional<Node> node =
          apiServer.find(Node.class, ObjectKey.ofCluster(Node.KIND, pod.spec().nodeName()));
      boolean isKnown = node.isPresent() || service.spec().publishNotReadyAddresses();
      if (PodEndpoints.isEndpoint(pod) && isKnown) {
        Endpoint endpoint =
            PodEndpoints.of(pod, node, service, EndpointSliceController.familyOf(addressType));
        if (!endpoint.addresses().isEmpty()) {
          byPorts
              .computeIfAbsent(PodEndpoints.ports(pod, service), p -> new ArrayList<>())
              .add(endpoint);
        }
      }
    }
    return byPorts;
  }

  /**
   * New slices take the names of those that would be deleted, so that one write does for two
   * (finalize of reconciler.go).
   */
  private static List<EndpointSlice> reuseNames(
      List<EndpointSlice> existing, List<EndpointSlice> wanted) {
    List<ObjectMeta> free =
        new ArrayList<>(existing.stream().map(EndpointSlice::metadata).toList());
    wanted.forEach(slice -> free.removeIf(m -> m.name().equals(slice.metadata().name())));
    List<EndpointSlice> named = new ArrayList<>();
    for (EndpointSlice slice : wanted) {
      boolean isNew = slice.metadata().name().isEmpty();
      named.add(isNew && !free.isEmpty() ? slice.withMetadata(free.remove(0)) : slice);
    }
    return named;
  }

  private EndpointSlice empty(List<EndpointPort> ports) {
    ObjectMeta meta =
        ObjectMeta.builder()
            .generateName(service.metadata().name() + "-")
            .namespace(service.metadata().namespace())
            .ownerReferences(
                List.of(
                    new OwnerReference(
                        service.apiVersion(),
                        Service.KIND,
                        service.metadata().name(),
                        service.metadata().uid(),
                        true)))
            .build();
    return new EndpointSlice(meta, addressType, List.of(), ports);
  }

  /**
   * Gives a slice the labels of its Service and its endpoints the hints that follow from themselves
   * alone.
   */
  private EndpointSlice labelled(EndpointSlice slice) {
    Map<String, String> labels = new LinkedHashMap<>(service.metadata().labels());
    labels.remove(HEADLESS_LABEL);
    if (service.spec().isHeadless() || service.spec().clusterIP().isEmpty()) {
      labels.put(HEADLESS_LABEL, "");
    }
    labels.put(EndpointSlice.SERVICE_NAME_LABEL, service.metadata().name());
    labels.put(EndpointSlice.MANAGED_BY_LABEL, CONTROLLER);
    List<Endpoint> hinted =
        slice.endpoints().stream()
            .map(endpoint -> Hints.with(endpoint, TrafficDistribution.hints(service, endpoint)))
            .toList();
    return slice
        .withEndpoints(hinted)
        .withMetadata(slice.metadata().toBuilder().labels(labels).build());
  }

  /** How many nodes that count each zone has; empty if one of them is in no zone. */
  private SortedMap<String, Integer> nodesByZone() {
    SortedMap<String, Integer> nodes = new TreeMap<>();
    for (Node node : apiServer.list(Node.class)) {
      boolean isControlPlane = node.metadata().labels().containsKey(CONTROL_PLANE_LABEL);
      boolean isReady =
          node.status().conditions().stream().anyMatch(c -> c.type().equals("Ready") && c.isTrue());
      if (isReady && !isControlPlane) {
        nodes.merge(node.zone(), 1, Integer::sum);
      }
    }
    return nodes.containsKey("") ? new TreeMap<>() : nodes;
  }
}
