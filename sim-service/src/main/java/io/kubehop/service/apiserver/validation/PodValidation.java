package io.kubehop.service.apiserver.validation;

import io.kubehop.service.api.Container;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Pods and the templates of Pods, as far as they concern the network (pkg/apis/core/validation,
 * ValidatePodCreate).
 */
public final class PodValidation {
  private static final List<String> RESTART_POLICIES = List.of("Always", "Never", "OnFailure");
  private static final List<String> DNS_POLICIES =
      List.of("ClusterFirst", "ClusterFirstWithHostNet", "Default", "None");

  private final Errors errors = new Errors();
  private final String path;
  private final PodSpec spec;

  private PodValidation(String path, PodSpec spec) {
    this.path = path;
    this.spec = spec;
  }

  /** Returns what is wrong with a Pod. */
  public static List<FieldError> validate(Pod pod) {
    Errors errors = new Errors();
    errors.addAll(MetaValidation.validate(pod));
    errors.addAll(validate("spec", pod.spec()));
    List<String> ips = pod.status().podIPs();
    for (int i = 0; i < ips.size(); i++) {
      errors.invalid("status.podIPs[" + i + "].ip", ips.get(i), Formats.ip(ips.get(i)));
    }
    return errors.list();
  }

  /**
   * Returns what is wrong with the specification of Pods.
   *
   * @param path the path of the specification
   */
  public static List<FieldError> validate(String path, PodSpec spec) {
    PodValidation validation = new PodValidation(path, spec);
    validation.run();
    return validation.errors.list();
  }

  private void run() {
    containers();
    errors.oneOf(path + ".restartPolicy", spec.restartPolicy(), RESTART_POLICIES);
    errors.oneOf(path + ".dnsPolicy", spec.dnsPolicy(), DNS_POLICIES);
    errors.labels(path + ".nodeSelector", spec.nodeSelector());
    label("hostname", spec.hostname());
    label("subdomain", spec.subdomain());
    if (!spec.nodeName().isEmpty()) {
      errors.invalid(
          path + ".nodeName", spec.nodeName(), Formats.dns1123Subdomain(spec.nodeName()));
    }
    if (spec.terminationGracePeriodSeconds() < 0) {
      errors.invalid(
          path + ".terminationGracePeriodSeconds",
          spec.terminationGracePeriodSeconds(),
          "must be greater than or equal to 0");
    }
    dnsConfig();
  }

  private void label(String field, String value) {
    if (!value.isEmpty()) {
      errors.invalid(path + "." + field, value, Formats.dns1123Label(value));
    }
  }

  private void containers() {
    if (spec.containers().isEmpty()) {
      errors.required(path + ".containers");
    }
    Set<String> names = new LinkedHashSet<>();
    containers("initContainers", spec.initContainers(), names);
    containers("containers", spec.containers(), names);
  }

  private void containers(String field, List<Container> containers, Set<String> names) {
    ContainerValidation validation = new ContainerValidation(errors, spec.hostNetwork());
    for (int i = 0; i < containers.size(); i++) {
      String at = path + "." + field + "[" + i + "]";
      Container container = containers.get(i);
      validation.validate(at, container);
      if (!names.add(container.name()) && !container.name().isEmpty()) {
        errors.add(FieldError.duplicate(at + ".name", container.name()));
      }
    }
  }

  private void dnsConfig() {
    List<String> nameservers =
        spec.dnsConfig().map(config -> config.nameservers()).orElse(List.of());
    if (spec.dnsPolicy().equals("None") && nameservers.isEmpty()) {
      errors.required(
          path + (spec.dnsConfig().isPresent() ? ".dnsConfig.nameservers" : ".dnsConfig"),
          "must provide at least one DNS nameserver when `dnsPolicy` is None");
    }
    for (int i = 0; i < nameservers.size(); i++) {
      errors.invalid(
          path + ".dnsConfig.nameservers[" + i + "]",
          nameservers.get(i),
          Formats.ip(nameservers.get(i)));
    }
  }
}
