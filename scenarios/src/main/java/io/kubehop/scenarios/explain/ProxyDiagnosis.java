package io.kubehop.scenarios.explain;

import io.kubehop.core.net.Protocol;
import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Step;
import io.kubehop.scenarios.cluster.GivenObjects;
import io.kubehop.scenarios.connection.HttpAnswer;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says why a proxy answered as it did. */
final class ProxyDiagnosis {
  private static final int BAD_GATEWAY = 502;

  private final ControlPlane controlPlane;
  private final GivenObjects given;

  ProxyDiagnosis(ControlPlane controlPlane, GivenObjects given) {
    this.controlPlane = controlPlane;
    this.given = given;
  }

  /** What proxies said of their answer that the trace does not show. */
  List<String> untold(HttpAnswer answer, List<Hop> hops) {
    List<String> untold = new ArrayList<>();
    answer.reasons().forEach(reason -> untold.add(given.withPlaces(reason)));
    for (Hop hop : hops) {
      for (Step step : hop.steps()) {
        if (step instanceof Step.ApplicationNote note) {
          untold.remove(note.text());
        }
      }
    }
    return untold;
  }

  /** What is wrong with the Service that the rules of a proxy chose, if it could not be reached. */
  Diagnosis of(HttpAnswer answer) {
    return answer.status() < BAD_GATEWAY
        ? Diagnosis.NONE
        : answer.backend().map(this::backend).orElse(Diagnosis.NONE);
  }

  /** A backend is written as {@code NAMESPACE/NAME:PORT}. */
  private Diagnosis backend(String label) {
    int slash = label.indexOf('/');
    int colon = label.lastIndexOf(':');
    if (slash < 0 || colon < slash) {
      return Diagnosis.NONE;
    }
    String namespace = label.substring(0, slash);
    String name = label.substring(slash + 1, colon);
    Optional<KubeObject> service = controlPlane.find(new ObjectKey(Service.KIND, namespace, name));
    if (service.isEmpty()) {
      return Diagnosis.of(
          "there is no Service " + namespace + "/" + name,
          "create it, or correct the name in the Ingress");
    }
    return of((Service) service.get(), label.substring(colon + 1));
  }

  private Diagnosis of(Service service, String port) {
    int number =
        service.spec().ports().stream()
            .filter(each -> each.name().equals(port) || port.equals(each.port() + ""))
            .map(ServicePort::port)
            .findFirst()
            .orElse(0);
    if (number == 0) {
      return Diagnosis.of(
          given.describe(service.key()) + " has no port " + port,
          "correct the port in the Ingress, or add it to spec.ports");
    }
    return service.spec().isExternalName()
        ? Diagnosis.NONE
        : new ServiceDiagnosis(controlPlane, given, service)
            .of(Protocol.TCP, number, ServicePort::port);
  }
}
