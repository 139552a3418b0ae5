package io.kubehop.scenarios.explain;

import io.kubehop.core.net.Protocol;
import io.kubehop.scenarios.cluster.GivenObjects;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Says why the Pods of a Service refuse what it sends them: the target port is not theirs. */
final class TargetDiagnosis {
  private final ControlPlane controlPlane;
  private final GivenObjects given;

  TargetDiagnosis(ControlPlane controlPlane, GivenObjects given) {
    this.controlPlane = controlPlane;
    this.given = given;
  }

  /** What is wrong with a port of a Service whose connections its endpoints refuse. */
  Diagnosis of(Service service, Protocol protocol, int called) {
    List<ServicePort> ports = service.spec().ports();
    int index =
        IntStream.range(0, ports.size())
            .filter(i -> ports.get(i).port() == called)
            .filter(i -> ports.get(i).protocol().equalsIgnoreCase(protocol.toString()))
            .findFirst()
            .orElse(-1);
    String name = given.describe(service.key());
    if (index < 0) {
      return Diagnosis.of(name + " sends to a port on which nothing listens", "correct spec.ports");
    }
    String field = "spec.ports[" + index + "].targetPort";
    String target = ports.get(index).targetPort().toString();
    String declared = declared(service, protocol);
    return Diagnosis.of(
        List.of(
            name + " sends to a port on which nothing listens:",
            "  " + field + " is " + target + "; its Pods declare " + or(declared, "none")),
        "set " + field + place(service, field) + " to " + or(declared, "a port of its Pods"));
  }

  /** The ports of the protocol that the Pods behind the Service declare. */
  private String declared(Service service, Protocol protocol) {
    String name = protocol.toString().toUpperCase(Locale.ROOT);
    List<String> ports =
        controlPlane.slicesOf(service.key()).stream()
            .flatMap(slice -> slice.endpoints().stream())
            .flatMap(endpoint -> pod(endpoint).stream())
            .flatMap(pod -> pod.spec().containers().stream())
            .flatMap(container -> container.ports().stream())
            .filter(port -> port.protocol().equalsIgnoreCase(name))
            .map(port -> Integer.toString(port.containerPort()))
            .distinct()
            .sorted()
            .toList();
    return String.join(" or ", ports);
  }

  private List<Pod> pod(Endpoint endpoint) {
    return endpoint.targetRef().stream()
        .map(ref -> new ObjectKey(ref.kind(), ref.namespace(), ref.name()))
        .flatMap(key -> controlPlane.find(key).stream())
        .filter(Pod.class::isInstance)
        .map(Pod.class::cast)
        .toList();
  }

  private String place(Service service, String field) {
    return given.place(service.key(), field).map(where -> " (" + where + ")").orElse("");
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }
}
