package io.kubehop.service.apiserver;

import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressClass;
import io.kubehop.service.api.IngressSpec;
import io.kubehop.service.apiserver.validation.IngressValidation;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Checks Ingresses, and gives a new one without a class the default class, of several the youngest
 * (admission plugin DefaultIngressClass).
 */
final class IngressStrategy implements Strategy<Ingress> {
  private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";

  private final ObjectStore store;

  IngressStrategy(ObjectStore store) {
    this.store = store;
  }

  @Override
  public Ingress admit(Ingress given, AdmissionRequest<Ingress> request) {
    IngressValidation.validate(given).forEach(request::refuse);
    return request.old().map(old -> given.withStatus(old.status())).orElseGet(() -> classed(given));
  }

  private Ingress classed(Ingress ingress) {
    IngressSpec spec = ingress.spec();
    boolean isOpen =
        spec.ingressClassName().isEmpty()
            && !ingress.metadata().annotations().containsKey(CLASS_ANNOTATION);
    return isOpen
        ? ingress.withSpec(
            new IngressSpec(defaultClass(), spec.defaultBackend(), spec.tls(), spec.rules()))
        : ingress;
  }

  private Optional<String> defaultClass() {
    return store.list(IngressClass.class).stream()
        .filter(IngressClass::isDefault)
        .min(Comparator.comparing(IngressStrategy::created).reversed())
        .map(found -> found.metadata().name());
  }

  private static Instant created(IngressClass object) {
    return object.metadata().creationTimestamp().orElse(Instant.MIN);
  }
}
