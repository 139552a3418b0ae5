package io.kubehop.scenarios.explain;

import io.kubehop.core.net.Protocol;
import io.kubehop.scenarios.cluster.GivenObjects;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Asks of a Service why a connection to it found no endpoint. */
final class ServiceDiagnosis {
  private static final int FEW = 5;

  private final ControlPlane controlPlane;
  private final GivenObjects given;
  private final Service service;
  private final String name;

  ServiceDiagnosis(ControlPlane controlPlane, GivenObjects given, Service service) {
    this.controlPlane = controlPlane;
    this.given = given;
    this.service = service;
    this.name = given.describe(service.key());
  }

  /**
   * What is wrong.
   *
   * @param portOf which port of the Service the client calls: its own, or the node port
   */
  Diagnosis of(Protocol protocol, int called, ToIntFunction<ServicePort> portOf) {
    Optional<ServicePort> port =
        service.spec().ports().stream()
            .filter(each -> portOf.applyAsInt(each) == called && isOf(each, protocol))
            .findFirst();
    if (port.isEmpty()) {
      return noSuchPort(protocol, called);
    }
    List<Endpoint> endpoints = endpoints(port.get());
    if (endpoints.isEmpty()) {
      return noEndpoints(port.get());
    }
    if (endpoints.stream().noneMatch(each -> each.conditions().isReady())) {
      return noneReady(endpoints);
    }
    return policy(endpoints);
  }

  private static boolean isOf(ServicePort port, Protocol protocol) {
    return port.protocol().equalsIgnoreCase(protocol.toString());
  }

  private Diagnosis noSuchPort(Protocol protocol, int called) {
    String ports =
        service.spec().ports().stream()
            .map(port -> port.port() + "/" + port.protocol())
            .collect(Collectors.joining(", "));
    return Diagnosis.of(
        name
            + " has no port "
            + called
            + "/"
            + protocol.toString().toUpperCase(Locale.ROOT)
            + "; it has "
            + (ports.isEmpty() ? "none" : ports),
        "call a port that it has, or add this one to spec.ports" + place("spec.ports"));
  }

  private List<Endpoint> endpoints(ServicePort port) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (EndpointSlice slice : controlPlane.slicesOf(service.key())) {
      if (slice.ports().stream().anyMatch(each -> each.name().equals(port.name()))) {
        endpoints.addAll(slice.endpoints());
      }
    }
    return endpoints;
  }

  private Diagnosis noEndpoints(ServicePort port) {
    if (service.spec().selector().isEmpty()) {
      return Diagnosis.of(
          name + " has no selector, and no EndpointSlice with port \"" + port.name() + "\"",
          "give it a selector, or an EndpointSlice with the label kubernetes.io/service-name: "
              + service.metadata().name());
    }
    List<Pod> selected = selected();
    if (selected.isEmpty()) {
      return Diagnosis.of(
          name
              + " selects no Pod: none in namespace "
              + service.metadata().namespace()
              + " has the labels "
              + selector(),
          "correct spec.selector" + place("spec.selector") + ", or the labels of the Pods");
    }
    if (selected.stream().allMatch(pod -> pod.status().podIPs().isEmpty())) {
      return noneRuns(selected);
    }
    return Diagnosis.of(
        name
            + " selects "
            + names(selected)
            + ", but none has a container port named \""
            + port.targetPort()
            + "\"",
        "correct spec.ports[].targetPort" + place("spec.ports") + ", or name the container port");
  }

  private Diagnosis noneRuns(List<Pod> selected) {
    boolean unscheduled = selected.stream().allMatch(pod -> pod.spec().nodeName().isEmpty());
    return Diagnosis.of(
        name
            + " selects "
            + names(selected)
            + (unscheduled ? ", but no node takes it" : ", but it does not run"),
        unscheduled
            ? "compare the Pod's nodeSelector, affinity and tolerations with the nodes"
            : "look at the Pod: it has no address yet");
  }

  private Diagnosis noneReady(List<Endpoint> endpoints) {
    List<String> reasons = new ArrayList<>();
    reasons.add(name + " has no ready endpoint:");
    endpoints.stream().limit(FEW).forEach(each -> reasons.add("  " + describe(each)));
    if (endpoints.size() > FEW) {
      reasons.add("  and " + (endpoints.size() - FEW) + " more");
    }
    return Diagnosis.of(reasons, "make one of them ready: look at its readinessProbe");
  }

  private Diagnosis policy(List<Endpoint> endpoints) {
    List<String> nodes =
        endpoints.stream()
            .filter(each -> each.conditions().isReady())
            .flatMap(each -> each.nodeName().stream())
            .distinct()
            .sorted()
            .toList();
    String where = nodes.isEmpty() ? "" : "; its endpoints are on " + String.join(", ", nodes);
    if (service.spec().isInternallyLocal()) {
      return Diagnosis.of(
          name + " has internalTrafficPolicy Local" + where,
          "run a Pod of it on the client's node, or set internalTrafficPolicy: Cluster"
              + place("spec.internalTrafficPolicy"));
    }
    if (service.spec().isExternallyLocal()) {
      return Diagnosis.of(
          name + " has externalTrafficPolicy Local" + where,
          "enter at a node with an endpoint, or set externalTrafficPolicy: Cluster"
              + place("spec.externalTrafficPolicy"));
    }
    if (!service.spec().loadBalancerSourceRanges().isEmpty()) {
      return Diagnosis.of(
          name
              + " lets in "
              + String.join(", ", service.spec().loadBalancerSourceRanges())
              + " only",
          "add the client to loadBalancerSourceRanges" + place("spec.loadBalancerSourceRanges"));
    }
    return Diagnosis.NONE;
  }

  private String describe(Endpoint endpoint) {
    String state = endpoint.conditions().isTerminating() ? "terminating" : "not ready";
    String target =
        endpoint
            .targetRef()
            .map(ref -> given.describe(ref.kind() + "/" + ref.namespace() + "/" + ref.name()))
            .orElse("no Pod");
    return String.join(", ", endpoint.addresses()) + "  " + state + "  " + target;
  }

  private List<Pod> selected() {
    return controlPlane.pods().stream()
        .filter(pod -> pod.metadata().namespace().equals(service.metadata().namespace()))
        .filter(
            pod ->
                pod.metadata()
                    .labels()
                    .entrySet()
                    .containsAll(service.spec().selector().entrySet()))
        .toList();
  }

  private String selector() {
    return service.spec().selector().entrySet().stream()
        .map(label -> label.getKey() + "=" + label.getValue())
        .collect(Collectors.joining(","));
  }

  private static String names(List<Pod> pods) {
    String shown =
        pods.stream()
            .limit(FEW)
            .map(pod -> pod.metadata().name())
            .collect(Collectors.joining(", "));
    return pods.size() > FEW ? shown + " and " + (pods.size() - FEW) + " more" : shown;
  }

  private String place(String path) {
    return given.place(service.key(), path).map(place -> " (" + place + ")").orElse("");
  }
}
