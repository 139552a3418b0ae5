package io.kubehop.service.controller.scheduler;

import io.kubehop.service.api.ContainerPort;
import io.kubehop.service.api.Pod;
import java.util.List;
import java.util.stream.Stream;

/** Ports of a node that only one Pod can have (plugin NodePorts). */
final class HostPorts {
  static final String REFUSAL = "node(s) didn't have free ports for the requested pod ports";

  private HostPorts() {}

  /** Whether a Pod wants any. */
  static boolean areWanted(Pod pod) {
    return of(pod).findAny().isPresent();
  }

  /** Whether none of those that a Pod wants is taken by one of these Pods. */
  static boolean areFree(Pod pod, List<Pod> others) {
    return of(pod)
        .noneMatch(port -> others.stream().flatMap(HostPorts::of).anyMatch(o -> clash(port, o)));
  }

  private static Stream<ContainerPort> of(Pod pod) {
    return pod.spec().containers().stream()
        .flatMap(container -> container.ports().stream())
        .filter(port -> port.hostPort() != 0);
  }

  private static boolean clash(ContainerPort one, ContainerPort other) {
    return one.hostPort() == other.hostPort()
        && one.protocol().equals(other.protocol())
        && (isAny(one) || isAny(other) || one.hostIP().equals(other.hostIP()));
  }

  private static boolean isAny(ContainerPort port) {
    return port.hostIP().isEmpty() || port.hostIP().equals("0.0.0.0");
  }
}
