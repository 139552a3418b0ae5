package io.kubehop.service.api;

import java.util.List;
import java.util.Optional;

/**
 * What happens to requests for one host (networking/v1 IngressRule).
 *
 * @param host the host, which may begin with {@code *.}; empty: every one
 * @param paths {@code http.paths}; absent: all requests for the host go to the default backend
 */
public record IngressRule(String host, Optional<List<HTTPIngressPath>> paths) {

  /** Copies the collections. */
  public IngressRule {
    paths = paths.map(List::copyOf);
  }
}
