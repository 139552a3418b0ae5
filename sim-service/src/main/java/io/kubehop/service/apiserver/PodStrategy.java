package io.kubehop.service.apiserver;

import io.kubehop.service.api.Container;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import io.kubehop.service.api.PodStatus;
import io.kubehop.service.apiserver.validation.FieldError;
import io.kubehop.service.apiserver.validation.PodValidation;
import java.util.List;

/**
 * What the API server makes of a Pod. A status that it brings is taken at its word; an address that
 * another running Pod has is refused, which a real API server would not notice but no network could
 * stand.
 */
final class PodStrategy implements Strategy<Pod> {
  private static final String ONLY_THESE =
      "pod updates may not change fields other than"
          + " `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,"
          + "`spec.tolerations` (only additions to existing tolerations),"
          + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously"
          + " negative)";

  private final Index<Pod, String> byAddress;

  PodStrategy(ObjectStore store) {
    byAddress = store.index(Pod.class, PodStrategy::addressesOf);
  }

  private static List<String> addressesOf(Pod pod) {
    boolean holdsNone = pod.spec().hostNetwork() || pod.status().isTerminal();
    return holdsNone ? List.of() : pod.status().podIPs();
  }

  @Override
  public Pod admit(Pod given, AdmissionRequest<Pod> request) {
    Pod pod = PodDefaults.of(request.old().map(old -> carriedOver(given, old)).orElse(given));
    List<FieldError> errors = PodValidation.validate(pod);
    errors.forEach(request::refuse);
    request
        .old()
        .filter(old -> errors.isEmpty() && !fixed(old.spec()).equals(fixed(pod.spec())))
        .ifPresent(old -> request.refuse(FieldError.forbidden("spec", ONLY_THESE)));
    for (String address : addressesOf(pod)) {
      byAddress.get(address).stream()
          .filter(other -> !other.key().equals(pod.key()))
          .findFirst()
          .ifPresent(other -> request.refuse(taken(address, other)));
    }
    return pod;
  }

  private static FieldError taken(String address, Pod other) {
    return FieldError.invalid("status.podIP", address, "is already the address of " + other.key());
  }

  /**
   * A new Pod without status keeps that of the old one, and a Pod that was scheduled stays where it
   * is.
   */
  private static Pod carriedOver(Pod given, Pod old) {
    boolean bringsStatus = !given.status().equals(PodStatus.EMPTY);
    PodSpec spec = given.spec();
    String node = spec.nodeName().isEmpty() ? old.spec().nodeName() : spec.nodeName();
    return given
        .withSpec(spec.toBuilder().nodeName(node).build())
        .withStatus(bringsStatus ? given.status() : old.status());
  }

  /** What may not change about a Pod. */
  private static PodSpec fixed(PodSpec spec) {
    return spec.toBuilder()
        .containers(spec.containers().stream().map(PodStrategy::withoutImage).toList())
        .initContainers(spec.initContainers().stream().map(PodStrategy::withoutImage).toList())
        .tolerations(List.of())
        .build();
  }

  private static Container withoutImage(Container c) {
    return new Container(
        c.name(),
        "",
        c.command(),
        c.args(),
        c.ports(),
        c.restartPolicy(),
        c.startupProbe(),
        c.readinessProbe(),
        c.livenessProbe(),
        c.preStop());
  }
}
