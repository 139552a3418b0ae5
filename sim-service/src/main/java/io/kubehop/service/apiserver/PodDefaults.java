package io.kubehop.service.apiserver;

import io.kubehop.service.api.Container;
import io.kubehop.service.api.ContainerPort;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import io.kubehop.service.api.PodStatus;

/** What the API server fills into a Pod (pkg/apis/core/v1, SetDefaults_Pod). */
public final class PodDefaults {

  private PodDefaults() {}

  /**
   * Returns the Pod with ports of the host where it shares the network of its node, and in phase
   * Pending if it has none.
   */
  public static Pod of(Pod pod) {
    PodSpec spec = pod.spec();
    PodSpec complete = spec.hostNetwork() ? withHostPorts(spec) : spec;
    PodStatus status = pod.status();
    return pod.withSpec(complete)
        .withStatus(status.phase().isEmpty() ? inPhase(status, "Pending") : status);
  }

  private static PodStatus inPhase(PodStatus status, String phase) {
    return new PodStatus(
        phase, status.podIPs(), status.hostIPs(), status.conditions(), status.startTime());
  }

  private static PodSpec withHostPorts(PodSpec spec) {
    return spec.toBuilder()
        .containers(spec.containers().stream().map(PodDefaults::withHostPorts).toList())
        .initContainers(spec.initContainers().stream().map(PodDefaults::withHostPorts).toList())
        .build();
  }

  private static Container withHostPorts(Container c) {
    return new Container(
        c.name(),
        c.image(),
        c.command(),
        c.args(),
        c.ports().stream().map(PodDefaults::onHost).toList(),
        c.restartPolicy(),
        c.startupProbe(),
        c.readinessProbe(),
        c.livenessProbe(),
        c.preStop());
  }

  private static ContainerPort onHost(ContainerPort port) {
    int hostPort = port.hostPort() == 0 ? port.containerPort() : port.hostPort();
    return new ContainerPort(
        port.name(), port.containerPort(), port.protocol(), hostPort, port.hostIP());
  }
}
