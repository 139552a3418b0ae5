package io.kubehop.service.apiserver.validation;

import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.HTTPIngressPath;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressBackend;
import io.kubehop.service.api.IngressRule;
import io.kubehop.service.api.IngressServiceBackend;
import io.kubehop.service.api.IngressSpec;
import io.kubehop.service.api.IngressTLS;
import java.util.List;
import java.util.Locale;

/** Ingresses (pkg/apis/networking/validation, ValidateIngress). */
public final class IngressValidation {
  private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";
  private static final List<String> PATH_TYPES =
      List.of("Exact", "ImplementationSpecific", "Prefix");
  private static final List<String> NOT_IN_PATHS = List.of("//", "/./", "/../", "%2f");
  private static final List<String> NOT_AT_END = List.of("/..", "/.");

  private final Errors errors = new Errors();

  private IngressValidation() {}

  /** Returns what is wrong with an Ingress. */
  public static List<FieldError> validate(Ingress ingress) {
    IngressValidation validation = new IngressValidation();
    validation.run(ingress);
    return validation.errors.list();
  }

  private void run(Ingress ingress) {
    errors.addAll(MetaValidation.validate(ingress));
    IngressSpec spec = ingress.spec();
    if (spec.rules().isEmpty() && spec.defaultBackend().isEmpty()) {
      errors.invalid("spec", List.of(), "either `defaultBackend` or `rules` must be specified");
    }
    spec.defaultBackend().ifPresent(backend -> backend("spec.defaultBackend", backend));
    spec.ingressClassName()
        .ifPresent(
            name -> errors.invalid("spec.ingressClassName", name, Formats.dns1123Subdomain(name)));
    String annotation = ingress.metadata().annotations().getOrDefault(CLASS_ANNOTATION, "");
    if (!annotation.isEmpty() && !spec.ingressClassName().orElse(annotation).equals(annotation)) {
      errors.invalid(
          "metadata.annotations[" + CLASS_ANNOTATION + "]",
          annotation,
          "must match `ingressClassName` when both are specified");
    }
    for (int i = 0; i < spec.tls().size(); i++) {
      tls("spec.tls[" + i + "]", spec.tls().get(i));
    }
    for (int i = 0; i < spec.rules().size(); i++) {
      rule("spec.rules[" + i + "]", spec.rules().get(i));
    }
  }

  private void tls(String path, IngressTLS tls) {
    for (int i = 0; i < tls.hosts().size(); i++) {
      host(path + ".hosts[" + i + "]", tls.hosts().get(i));
    }
    if (!tls.secretName().isEmpty()) {
      errors.invalid(
          path + ".secretName", tls.secretName(), Formats.dns1123Subdomain(tls.secretName()));
    }
  }

  private void rule(String path, IngressRule rule) {
    if (IpAddress.isAddress(rule.host())) {
      errors.invalid(path + ".host", rule.host(), "must be a DNS name, not an IP address");
    } else if (!rule.host().isEmpty()) {
      host(path + ".host", rule.host());
    }
    rule.paths().ifPresent(paths -> paths(path + ".http.paths", paths));
  }

  private void host(String path, String host) {
    errors.invalid(
        path,
        host,
        host.contains("*") ? Formats.wildcardSubdomain(host) : Formats.dns1123Subdomain(host));
  }

  private void paths(String path, List<HTTPIngressPath> paths) {
    if (paths.isEmpty()) {
      errors.required(path);
    }
    for (int i = 0; i < paths.size(); i++) {
      String at = path + "[" + i + "]";
      path(at, paths.get(i));
      backend(at + ".backend", paths.get(i).backend());
    }
  }

  private void path(String path, HTTPIngressPath given) {
    String text = given.path();
    if (given.pathType().isEmpty()) {
      errors.required(path + ".pathType", "pathType must be specified");
      return;
    }
    errors.oneOf(path + ".pathType", given.pathType(), PATH_TYPES);
    boolean isFree = given.pathType().equals("ImplementationSpecific");
    if (!text.startsWith("/") && !(isFree && text.isEmpty())) {
      errors.invalid(path + ".path", text, "must be an absolute path");
    }
    if (!isFree && PATH_TYPES.contains(given.pathType())) {
      String lower = text.toLowerCase(Locale.ROOT);
      NOT_IN_PATHS.stream()
          .filter(lower::contains)
          .forEach(part -> errors.invalid(path + ".path", text, "must not contain '" + part + "'"));
      NOT_AT_END.stream()
          .filter(text::endsWith)
          .forEach(end -> errors.invalid(path + ".path", text, "cannot end with '" + end + "'"));
    }
  }

  private void backend(String path, IngressBackend backend) {
    if (backend.service().isPresent() && backend.resource().isPresent()) {
      errors.invalid(path, "", "cannot set both resource and service backends");
    } else if (backend.service().isPresent()) {
      service(path, backend.service().get());
    } else if (backend.resource().isEmpty()) {
      errors.required(path, "resource or service backend is required");
    }
  }

  private void service(String path, IngressServiceBackend service) {
    if (service.name().isEmpty()) {
      errors.required(path + ".service.name");
    } else {
      errors.invalid(path + ".service.name", service.name(), Formats.dns1035Label(service.name()));
    }
    String name = service.portName();
    int number = service.portNumber();
    if (!name.isEmpty() && number != 0) {
      errors.invalid(path, "", "cannot set both port name & port number");
    } else if (!name.isEmpty()) {
      errors.invalid(path + ".service.port.name", name, Formats.dns1123Label(name));
    } else if (number != 0) {
      errors.invalid(path + ".service.port.number", number, Formats.portNumber(number));
    } else {
      errors.required(path, "port name or number is required");
    }
  }
}
