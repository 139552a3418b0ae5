package io.kubehop.ingress;

import io.kubehop.ingress.api.Finding;
import io.kubehop.ingress.api.IngressClasses;
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressClass;
import io.kubehop.service.api.ObjectKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Ingresses that no controller takes for its own, because of the class that they name. */
final class UnservedIngresses {
  private final IngressStore store;
  private final Collection<IngressController> controllers;

  UnservedIngresses(IngressStore store, Collection<IngressController> controllers) {
    this.store = store;
    this.controllers = controllers;
  }

  List<Finding> findings() {
    return store.ingresses().stream().flatMap(ingress -> finding(ingress).stream()).toList();
  }

  private Optional<Finding> finding(Ingress ingress) {
    Optional<String> named = ingress.spec().ingressClassName();
    if (named.isPresent()) {
      return exists(named.get())
          ? Optional.empty()
          : finding(ingress, "spec.ingressClassName", "there is no IngressClass " + named.get());
    }
    if (isServed(ingress)) {
      return Optional.empty();
    }
    return IngressClasses.isWithoutClass(ingress)
        ? finding(
            ingress, "spec", "ingressClassName is missing, and no IngressClass is the default")
        : finding(
            ingress,
            "metadata.annotations[" + IngressClasses.ANNOTATION + "]",
            "no controller follows this annotation; ingressClassName would name a class");
  }

  private static Optional<Finding> finding(Ingress ingress, String path, String why) {
    return Optional.of(new Finding(ingress.key(), path, why + "; nobody serves this Ingress"));
  }

  private boolean exists(String name) {
    ObjectKey key = ObjectKey.ofCluster(IngressClass.KIND, name);
    return store.apiServer().find(IngressClass.class, key).isPresent();
  }

  private boolean isServed(Ingress ingress) {
    return controllers.stream()
        .flatMap(controller -> controller.served().stream())
        .anyMatch(served -> served.key().equals(ingress.key()));
  }
}
