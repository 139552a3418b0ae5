package io.kubehop.dns.coredns;

import io.kubehop.service.api.Container;
import io.kubehop.service.api.ContainerPort;
import io.kubehop.service.api.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ports that a Pod declares beside those on which its DNS server listens itself. */
public final class OtherPorts {
  private OtherPorts() {}

  /** The Pod with those ports alone; empty if there are none. */
  public static Optional<Pod> of(Pod pod, CoreDnsApplication application) {
    List<Container> containers = new ArrayList<>();
    boolean declares = false;
    boolean hasOthers = false;
    for (Container container : pod.spec().containers()) {
      List<ContainerPort> ports =
          container.ports().stream()
              .filter(port -> !application.listensOn(port.containerPort()))
              .toList();
      declares |= !container.ports().isEmpty();
      hasOthers |= !ports.isEmpty();
      containers.add(container.withPorts(ports));
    }
    return declares && !hasOthers
        ? Optional.empty()
        : Optional.of(pod.withSpec(pod.spec().toBuilder().containers(containers).build()));
  }
}
