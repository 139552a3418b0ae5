package io.kubehop.scenarios.check;

import io.kubehop.scenarios.connection.Request;
import io.kubehop.service.api.ObjectKey;

/**
 * One connection that is tried.
 *
 * @param object the Service or Ingress that it is for
 * @param from {@code inside} or {@code outside}
 * @param request the connection
 * @param required whether it should arrive; else only what happens is of interest
 */
public record Probe(ObjectKey object, String from, Request request, boolean required) {
  static Probe inside(ObjectKey object, Request request) {
    return new Probe(object, "inside", request, true);
  }

  static Probe outside(ObjectKey object, Request request, boolean required) {
    return new Probe(object, "outside", request, required);
  }
}
