package io.kubehop.service.controller.endpointslice;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointAddress;
import io.kubehop.service.api.EndpointConditions;
import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.EndpointSubset;
import io.kubehop.service.api.Endpoints;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.OwnerReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes slices of Endpoints that somebody gave (pkg/controller/endpointslicemirroring). */
final class EndpointsMirror {
  /** What the mirrored slices say of who keeps them. */
  static final String CONTROLLER = "endpointslicemirroring-controller.k8s.io";

  private static final String SKIP_LABEL = "endpointslice.kubernetes.io/skip-mirror";
  private static final String LEADER_ANNOTATION = "control-plane.alpha.kubernetes.io/leader";

  private EndpointsMirror() {}

  /** Whether Endpoints are for traffic at all: not if they are a lock, or say so themselves. */
  static boolean isMirrored(Endpoints endpoints) {
    ObjectMeta meta = endpoints.metadata();
    return !"true".equals(meta.labels().get(SKIP_LABEL))
        && !meta.annotations().containsKey(LEADER_ANNOTATION);
  }

  /** The slices for Endpoints; what is in one of the existing slices stays there. */
  static List<EndpointSlice> slices(Endpoints endpoints, List<EndpointSlice> existing) {
    List<EndpointSlice> slices = new ArrayList<>();
    for (IpFamily family : IpFamily.values()) {
      String type = family == IpFamily.IPV4 ? "IPv4" : "IPv6";
      byPorts(endpoints, family)
          .forEach(
              (ports, addresses) ->
                  slices.addAll(
                      SlicePacking.pack(
                          matching(existing, type, ports),
                          addresses,
                          empty(endpoints, type, ports))));
    }
    return slices;
  }

  private static List<EndpointSlice> matching(
      List<EndpointSlice> existing, String type, List<EndpointPort> ports) {
    return existing.stream()
        .filter(slice -> slice.addressType().equals(type) && slice.ports().equals(ports))
        .toList();
  }

  private static Map<List<EndpointPort>, List<Endpoint>> byPorts(
      Endpoints endpoints, IpFamily family) {
    Map<List<EndpointPort>, List<Endpoint>> byPorts = new LinkedHashMap<>();
    for (EndpointSubset subset : endpoints.subsets()) {
      List<Endpoint> mirrored = new ArrayList<>();
      subset.addresses().forEach(address -> mirrored.add(endpoint(address, true)));
      subset.notReadyAddresses().forEach(address -> mirrored.add(endpoint(address, false)));
      mirrored.removeIf(e -> IpAddress.parse(e.addresses().get(0)).family() != family);
      if (!mirrored.isEmpty()) {
        byPorts.computeIfAbsent(subset.ports(), p -> new ArrayList<>()).addAll(mirrored);
      }
    }
    return byPorts;
  }

  private static Endpoint endpoint(EndpointAddress address, boolean ready) {
    return new Endpoint(
        List.of(address.ip()),
        new EndpointConditions(Optional.of(ready), Optional.empty(), Optional.empty()),
        Optional.of(address.hostname()).filter(name -> !name.isEmpty()),
        address.targetRef(),
        address.nodeName(),
        Optional.empty(),
        Optional.empty());
  }

  private static EndpointSlice empty(Endpoints endpoints, String type, List<EndpointPort> ports) {
    ObjectMeta of = endpoints.metadata();
    Map<String, String> labels = new LinkedHashMap<>(of.labels());
    labels.put(EndpointSlice.SERVICE_NAME_LABEL, of.name());
    labels.put(EndpointSlice.MANAGED_BY_LABEL, CONTROLLER);
    OwnerReference owner = new OwnerReference("v1", Endpoints.KIND, of.name(), of.uid(), true);
    ObjectMeta meta =
        ObjectMeta.builder()
            .generateName(of.name() + "-")
            .namespace(of.namespace())
            .labels(labels)
            .ownerReferences(List.of(owner))
            .build();
    return new EndpointSlice(meta, type, List.of(), ports);
  }
}
