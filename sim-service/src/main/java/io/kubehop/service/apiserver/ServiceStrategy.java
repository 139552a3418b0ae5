package io.kubehop.service.apiserver;

import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.api.ServiceStatus;
import io.kubehop.service.apiserver.validation.FieldError;
import io.kubehop.service.apiserver.validation.ServiceUpdateValidation;
import io.kubehop.service.apiserver.validation.ServiceValidation;
import io.kubehop.service.config.ClusterConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the API server makes of a Service, in the order of pkg/registry/core/service: defaults,
 * values that are carried over, families, addresses and ports, fields that the type cannot have,
 * checks. Unlike the real one it does not stop after the first stage that finds an error.
 */
final class ServiceStrategy implements Strategy<Service> {
  private final ServiceFamilies families;
  private final ServiceIPs clusterIPs;
  private final ServiceNodePorts nodePorts;

  ServiceStrategy(Simulation simulation, ClusterConfig config) {
    families = new ServiceFamilies(config);
    clusterIPs = new ServiceIPs(simulation, config);
    nodePorts = new ServiceNodePorts(simulation, config.nodePortRange());
  }

  @Override
  public Service admit(Service given, AdmissionRequest<Service> request) {
    Service service = ServiceDefaults.of(given);
    Optional<ServiceSpec> old = request.old().map(Service::spec);
    List<FieldError> errors = new ArrayList<>();
    ServiceSpec spec =
        old.map(before -> ServiceUpdates.carriedOver(before, service.spec()))
            .orElseGet(() -> ServiceUpdates.normalized(service.spec()));
    ServiceSpec decided = families.decide(spec, old, errors);
    if (errors.isEmpty()) {
      decided = clusterIPs.allocate(decided, old, errors);
    }
    ServiceSpec complete = nodePorts.allocate(decided, old, errors);
    ServiceSpec kept =
        old.map(before -> ServiceUpdates.withoutTypeDependent(before, complete)).orElse(complete);
    Service admitted = service.withSpec(kept).withStatus(status(service, kept, request));
    check(admitted, request, errors);
    return admitted;
  }

  private static ServiceStatus status(
      Service service, ServiceSpec spec, AdmissionRequest<Service> request) {
    if (request.atStart()) {
      return service.status();
    }
    return request
        .old()
        .filter(old -> spec.isLoadBalancer())
        .map(Service::status)
        .orElse(ServiceStatus.EMPTY);
  }

  /**
   * Reports what allocation found; then what else is wrong, but for what is only wrong because
   * allocation failed.
   */
  private static void check(
      Service service, AdmissionRequest<Service> request, List<FieldError> errors) {
    List<FieldError> found = new ArrayList<>();
    request.old().ifPresent(old -> found.addAll(ServiceUpdateValidation.validate(old, service)));
    found.addAll(ServiceValidation.validate(service));
    errors.forEach(request::refuse);
    found.stream()
        .filter(error -> errors.isEmpty() || !isAllocated(error.path()))
        .filter(error -> !isTolerated(error, request))
        .forEach(request::refuse);
  }

  /**
   * A name that no DNS could serve does no harm at the start: whoever looks it up says what is
   * wrong with it.
   */
  private static boolean isTolerated(FieldError error, AdmissionRequest<Service> request) {
    return request.atStart()
        && error.path().equals("spec.externalName")
        && error.message().startsWith("Invalid");
  }

  private static boolean isAllocated(String path) {
    return path.startsWith("spec.clusterIP")
        || path.startsWith("spec.ipFamil")
        || path.endsWith("odePort");
  }

  @Override
  public void release(Service service) {
    clusterIPs.release(service.spec());
    nodePorts.release(service.spec());
  }
}
