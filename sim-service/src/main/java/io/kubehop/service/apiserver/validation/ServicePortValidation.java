package io.kubehop.service.apiserver.validation;

import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.ServicePort;
import io.kubehop.service.api.ServiceSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ports of a Service, each and together (validateServicePort and its surroundings). */
final class ServicePortValidation {
  private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
  private static final int KUBELET_PORT = 10250;

  private final Errors errors = new Errors();
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> ports = new LinkedHashSet<>();
  private final Set<String> nodePorts = new LinkedHashSet<>();

  private ServicePortValidation() {}

  static List<FieldError> validate(ServiceSpec spec) {
    ServicePortValidation validation = new ServicePortValidation();
    for (int i = 0; i < spec.ports().size(); i++) {
      validation.port("spec.ports[" + i + "]", spec.ports().get(i), spec);
    }
    return validation.errors.list();
  }

  private void port(String path, ServicePort port, ServiceSpec spec) {
    if (spec.isLoadBalancer() && port.port() == KUBELET_PORT) {
      errors.invalid(
          path, port.port(), "may not expose port 10250 externally since it is used by kubelet");
    }
    name(path + ".name", port.name(), spec.ports().size() > 1);
    errors.invalid(path + ".port", port.port(), Formats.portNumber(port.port()));
    errors.oneOf(path + ".protocol", port.protocol(), PROTOCOLS);
    targetPort(path + ".targetPort", port.targetPort());
    port.appProtocol()
        .ifPresent(
            name -> errors.invalid(path + ".appProtocol", name, Formats.qualifiedName(name)));
    nodePort(path + ".nodePort", port, spec);
    if (!ports.add(port.protocol() + "/" + port.port())) {
      errors.add(FieldError.duplicate(path, port.protocol() + "/" + port.port()));
    }
  }

  private void name(String path, String name, boolean isNeeded) {
    if (!name.isEmpty()) {
      errors.invalid(path, name, Formats.dns1123Label(name));
      if (!names.add(name)) {
        errors.add(FieldError.duplicate(path, name));
      }
    } else if (isNeeded) {
      errors.required(path);
    }
  }

  private void targetPort(String path, IntOrString target) {
    if (target.isInt()) {
      errors.invalid(path, target.intValue(), Formats.portNumber(target.intValue()));
    } else {
      errors.invalid(path, target.stringValue(), Formats.portName(target.stringValue()));
    }
  }

  private void nodePort(String path, ServicePort port, ServiceSpec spec) {
    if (port.nodePort() == 0) {
      return;
    }
    if (spec.type().equals("ClusterIP")) {
      errors.forbidden(path, "may not be used when `type` is 'ClusterIP'");
    }
    if (!nodePorts.add(port.protocol() + "/" + port.nodePort())) {
      errors.add(FieldError.duplicate(path, port.nodePort()));
    }
  }
}
