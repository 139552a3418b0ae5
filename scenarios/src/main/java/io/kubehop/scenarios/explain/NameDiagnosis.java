package io.kubehop.scenarios.explain;

import io.kubehop.core.resolver.Resolution;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Service;
import java.util.List;
import java.util.Optional;

/** Says why a name did not resolve, by the Services that there are. */
final class NameDiagnosis {
  private final ControlPlane controlPlane;
  private final Resolution resolution;

  NameDiagnosis(ControlPlane controlPlane, Resolution resolution) {
    this.controlPlane = controlPlane;
    this.resolution = resolution;
  }

  Diagnosis of(Source source) {
    String[] labels = resolution.name().split("\\.", -1);
    List<Service> sameName =
        controlPlane.services().stream()
            .filter(service -> service.metadata().name().equalsIgnoreCase(labels[0]))
            .toList();
    String namespace = labels.length > 1 && !labels[1].isEmpty() ? labels[1] : namespaceOf(source);
    Optional<Service> meant =
        sameName.stream()
            .filter(service -> service.metadata().namespace().equalsIgnoreCase(namespace))
            .findFirst();
    if (meant.filter(service -> service.spec().isExternalName()).isPresent()) {
      String target = meant.get().spec().externalName();
      return of(
          "Service "
              + meant.get().key().namespacedName()
              + " stands for "
              + target
              + ", which has no address",
          "make externalName a name that exists; what there is outside of the cluster a scenario"
              + " says in cluster.upstreamDNS");
    }
    if (meant.isPresent()) {
      return of(
          "Service " + meant.get().key().namespacedName() + " exists, but has no address", "");
    }
    if (!sameName.isEmpty()) {
      String full = labels[0] + "." + sameName.get(0).metadata().namespace();
      return of(
          "namespace " + namespace + " has no Service " + labels[0], "call " + full + ", which is");
    }
    return of(
        "no namespace has a Service " + labels[0],
        "kubehop get services lists those that there are");
  }

  private Diagnosis of(String reason, String next) {
    List<String> reasons = List.of(resolution.detail(), reason);
    return new Diagnosis(reasons, next.isEmpty() ? Optional.empty() : Optional.of(next));
  }

  private static String namespaceOf(Source source) {
    if (source instanceof Source.Pod pod) {
      return pod.namespace();
    }
    return source instanceof Source.AnyPodOf workload ? workload.namespace() : "default";
  }
}
