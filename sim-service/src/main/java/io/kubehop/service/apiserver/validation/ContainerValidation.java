package io.kubehop.service.apiserver.validation;

import io.kubehop.service.api.Container;
import io.kubehop.service.api.ContainerPort;
import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.LifecycleHandler;
import io.kubehop.service.api.Probe;
import io.kubehop.service.api.ProbeAction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The containers of a Pod (validateContainers and what it calls). */
final class ContainerValidation {
  private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");

  private final Errors errors;
  private final boolean hostNetwork;

  ContainerValidation(Errors errors, boolean hostNetwork) {
    this.errors = errors;
    this.hostNetwork = hostNetwork;
  }

  void validate(String path, Container container) {
    if (container.name().isEmpty()) {
      errors.required(path + ".name");
    } else {
      errors.invalid(path + ".name", container.name(), Formats.dns1123Label(container.name()));
    }
    if (container.image().isEmpty()) {
      errors.required(path + ".image");
    }
    ports(path + ".ports", container.ports());
    container.startupProbe().ifPresent(probe -> probe(path + ".startupProbe", probe));
    container.readinessProbe().ifPresent(probe -> probe(path + ".readinessProbe", probe));
    container.livenessProbe().ifPresent(probe -> probe(path + ".livenessProbe", probe));
    container.preStop().ifPresent(hook -> preStop(path + ".lifecycle.preStop", hook));
  }

  private void ports(String path, List<ContainerPort> ports) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < ports.size(); i++) {
      port(path + "[" + i + "]", ports.get(i), names);
    }
  }

  private void port(String path, ContainerPort port, Set<String> names) {
    if (!port.name().isEmpty()) {
      errors.invalid(path + ".name", port.name(), Formats.portName(port.name()));
      if (!names.add(port.name())) {
        errors.add(FieldError.duplicate(path + ".name", port.name()));
      }
    }
    if (port.containerPort() == 0) {
      errors.required(path + ".containerPort");
    } else {
      number(path + ".containerPort", port.containerPort());
    }
    if (port.hostPort() != 0) {
      number(path + ".hostPort", port.hostPort());
      if (hostNetwork && port.hostPort() != port.containerPort()) {
        errors.invalid(
            path + ".hostPort",
            port.hostPort(),
            "must match `containerPort` when `hostNetwork` is true");
      }
    }
    errors.oneOf(path + ".protocol", port.protocol(), PROTOCOLS);
    if (!port.hostIP().isEmpty()) {
      errors.invalid(path + ".hostIP", port.hostIP(), Formats.ip(port.hostIP()));
    }
  }

  private void number(String path, int port) {
    errors.invalid(path, port, Formats.portNumber(port));
  }

  private void probe(String path, Probe probe) {
    if (probe.action().kind() != ProbeAction.Kind.EXEC) {
      IntOrString port = probe.action().port();
      String at = path + "." + fieldOf(probe.action().kind()) + ".port";
      if (port.isInt()) {
        number(at, port.intValue());
      } else {
        errors.invalid(at, port.stringValue(), Formats.portName(port.stringValue()));
      }
    }
    atLeast(path + ".initialDelaySeconds", probe.initialDelaySeconds());
    atLeast(path + ".timeoutSeconds", probe.timeoutSeconds());
    atLeast(path + ".periodSeconds", probe.periodSeconds());
    atLeast(path + ".successThreshold", probe.successThreshold());
    atLeast(path + ".failureThreshold", probe.failureThreshold());
  }

  private static String fieldOf(ProbeAction.Kind kind) {
    return switch (kind) {
      case EXEC -> "exec";
      case HTTP_GET -> "httpGet";
      case TCP_SOCKET -> "tcpSocket";
      case GRPC -> "grpc";
    };
  }

  private void atLeast(String path, int value) {
    if (value < 0) {
      errors.invalid(path, value, "must be greater than or equal to 0");
    }
  }

  private void preStop(String path, LifecycleHandler hook) {
    hook.sleepSeconds()
        .filter(seconds -> seconds < 0)
        .ifPresent(
            seconds -> errors.invalid(path + ".sleep.seconds", seconds, "must be non-negative"));
  }
}
