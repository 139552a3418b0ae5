package io.kubehop.ingress.api;

import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressClass;
import io.kubehop.service.api.ObjectKey;
import java.util.Optional;
import java.util.function.Function;

/** Who serves an Ingress, by its class. */
public final class IngressClasses {
  /** The annotation that named the class before there was a field for it. */
  public static final String ANNOTATION = "kubernetes.io/ingress.class";

  private final Function<ObjectKey, Optional<IngressClass>> classes;

  /** Looks classes up by their keys. */
  public IngressClasses(Function<ObjectKey, Optional<IngressClass>> classes) {
    this.classes = classes;
  }

  /** The controller of the class that an Ingress names in its field; absent if there is none. */
  public Optional<String> controllerOf(Ingress ingress) {
    return ingress
        .spec()
        .ingressClassName()
        .flatMap(name -> classes.apply(ObjectKey.ofCluster(IngressClass.KIND, name)))
        .map(IngressClass::controller);
  }

  /** Whether the class field is absent and the annotation has a value. */
  public static boolean isNamedByAnnotation(Ingress ingress, String value) {
    return ingress.spec().ingressClassName().isEmpty()
        && value.equals(ingress.metadata().annotations().get(ANNOTATION));
  }

  /** Whether an Ingress names no class at all. */
  public static boolean isWithoutClass(Ingress ingress) {
    return ingress.spec().ingressClassName().isEmpty()
        && !ingress.metadata().annotations().containsKey(ANNOTATION);
  }
}
