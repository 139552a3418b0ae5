package io.kubehop.scenarios.check;

import io.kubehop.core.net.IpFamily;
import io.kubehop.scenarios.cluster.Cluster;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Destination.Scheme;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServicePort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is tried of a Service of type ExternalName: calls of its name from inside. One that leads
 * into the cluster should arrive; what the world outside answers is not known.
 */
final class AliasProbes {
  private static final int HTTP = 80;

  private final Cluster cluster;
  private final Clients clients;

  AliasProbes(Cluster cluster, Clients clients) {
    this.cluster = cluster;
    this.clients = clients;
  }

  List<Probe> of(Service service) {
    String name =
        service.metadata().name()
            + "."
            + service.metadata().namespace()
            + ".svc."
            + cluster.config().clusterDomain();
    Optional<ObjectKey> target = target(service);
    List<Probe> probes = new ArrayList<>();
    for (Destination destination : destinations(service, target, name)) {
      Request request =
          Request.of(
              clients.inside(cluster.config().primaryFamily() == IpFamily.IPV4), destination);
      probes.add(new Probe(service.key(), "inside", request, target.isPresent()));
    }
    return probes;
  }

  /** Its own ports; else those of the Service that it leads to; else that of a plain web server. */
  private Set<Destination> destinations(Service service, Optional<ObjectKey> target, String name) {
    List<ServicePort> ports = service.spec().ports();
    if (ports.isEmpty()) {
      ports =
          target
              .flatMap(cluster.controlPlane()::find)
              .map(object -> ((Service) object).spec().ports())
              .orElse(List.of());
    }
    Set<Destination> destinations = new LinkedHashSet<>();
    for (ServicePort port : ports) {
      Scheme scheme = Scheme.valueOf(port.protocol().toUpperCase(Locale.ROOT));
      destinations.add(new Destination(scheme, name, port.port(), ""));
    }
    if (destinations.isEmpty()) {
      destinations.add(new Destination(Scheme.TCP, name, HTTP, ""));
    }
    return destinations;
  }

  /** The Service whose name it stands for, whether or not that exists; absent for names outside. */
  private Optional<ObjectKey> target(Service service) {
    String name = service.spec().externalName().toLowerCase(Locale.ROOT);
    String suffix = ".svc." + cluster.config().clusterDomain();
    String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (!plain.endsWith(suffix)) {
      return Optional.empty();
    }
    String[] labels = plain.substring(0, plain.length() - suffix.length()).split("\\.", -1);
    return Optional.of(
        new ObjectKey(
            Service.KIND,
            labels[labels.length - 1],
            labels.length > 1 ? labels[labels.length - 2] : ""));
  }
}
