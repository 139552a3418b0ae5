package io.kubehop.service.api;

import java.util.List;
import java.util.Optional;

/**
 * The rules of an {@link Ingress} (networking/v1 IngressSpec).
 *
 * @param ingressClassName the class, which decides who serves it
 * @param defaultBackend where requests go that no rule matches
 * @param tls hosts that are served over TLS
 * @param rules the rules by host
 */
public record IngressSpec(
    Optional<String> ingressClassName,
    Optional<IngressBackend> defaultBackend,
    List<IngressTLS> tls,
    List<IngressRule> rules) {

  /** Copies the collections. */
  public IngressSpec {
    tls = List.copyOf(tls);
    rules = List.copyOf(rules);
  }
}
