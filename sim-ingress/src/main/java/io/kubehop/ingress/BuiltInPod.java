package io.kubehop.ingress;

import io.kubehop.service.api.Condition;
import io.kubehop.service.api.Container;
import io.kubehop.service.api.ContainerPort;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import io.kubehop.service.api.PodStatus;
import java.util.List;
import java.util.Optional;

/** The Pod of a built-in controller, which has been running before everything else. */
final class BuiltInPod {
  private BuiltInPod() {}

  /**
   * Makes the Pod.
   *
   * @param arguments the controller's flags
   * @param ports what it listens on
   * @param addresses where it finds its node and address
   */
  static Pod of(ObjectMeta meta, List<String> arguments, List<Integer> ports, FarEnd addresses) {
    Container container =
        new Container(
            "controller",
            "kubehop/ingress",
            List.of(),
            arguments,
            ports.stream()
                .map(port -> new ContainerPort("port-" + port, port, "TCP", 0, ""))
                .toList(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    PodSpec spec =
        PodSpec.builder().containers(List.of(container)).nodeName(addresses.node()).build();
    List<String> own = addresses.takeForPod();
    return new Pod(meta, spec, own.isEmpty() ? PodStatus.EMPTY : running(own));
  }

  private static PodStatus running(List<String> addresses) {
    return new PodStatus(
        "Running", addresses, List.of(), List.of(Condition.of("Ready", true)), Optional.empty());
  }
}
