package io.kubehop.service.controller.endpointslice;

import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointHints;
import java.util.Optional;

/** Endpoints with other hints. */
final class Hints {

  private Hints() {}

  static Endpoint with(Endpoint e, Optional<EndpointHints> hints) {
    return new Endpoint(
        e.addresses(), e.conditions(), e.hostname(), e.targetRef(), e.nodeName(), e.zone(), hints);
  }

  static Endpoint without(Endpoint endpoint) {
    return with(endpoint, Optional.empty());
  }
}
