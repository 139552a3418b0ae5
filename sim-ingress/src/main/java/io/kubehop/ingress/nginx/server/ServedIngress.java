package io.kubehop.ingress.nginx.server;

import io.kubehop.ingress.nginx.annotation.IngressAnnotations;
import io.kubehop.service.api.Ingress;
import java.time.Instant;
import java.util.Comparator;

/**
 * An Ingress that the controller serves, with what its annotations say.
 *
 * @param ingress the Ingress
 * @param annotations its annotations
 */
public record ServedIngress(Ingress ingress, IngressAnnotations annotations) {

  /**
   * The order in which Ingresses are processed, which decides conflicts: the older first; among
   * equals the greater namespace and name first (sortIngressSlice).
   */
  public static final Comparator<ServedIngress> ORDER =
      Comparator.comparing(ServedIngress::created)
          .thenComparing(
              Comparator.comparing((ServedIngress i) -> i.ingress.key().namespacedName())
                  .reversed());

  private Instant created() {
    return ingress.metadata().creationTimestamp().orElse(Instant.EPOCH);
  }

  boolean isCanary() {
    return annotations.canary().enabled();
  }

  String namespace() {
    return ingress.metadata().namespace();
  }
}
