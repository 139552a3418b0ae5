package io.kubehop.testkit.property;

import java.util.List;

/**
 * A Service and the Pods behind it.
 *
 * @param protocol {@code TCP} or {@code UDP}
 * @param internallyLocal whether {@code internalTrafficPolicy} is {@code Local}
 * @param nodePort whether it has a node port, too
 * @param externallyLocal whether {@code externalTrafficPolicy} is {@code Local}, if it has one
 * @param affinity whether {@code sessionAffinity} is {@code ClientIP}
 * @param endpoints the Pods
 */
public record GeneratedService(
    String protocol,
    boolean internallyLocal,
    boolean nodePort,
    boolean externallyLocal,
    boolean affinity,
    List<GeneratedEndpoint> endpoints) {

  /** Copies the list. */
  public GeneratedService {
    endpoints = List.copyOf(endpoints);
  }
}
