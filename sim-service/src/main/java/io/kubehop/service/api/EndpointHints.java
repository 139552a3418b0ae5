package io.kubehop.service.api;

import java.util.List;

/**
 * For whose traffic an {@link Endpoint} is meant (discovery/v1 EndpointHints).
 *
 * @param forZones the zones whose traffic should use it
 * @param forNodes the nodes whose traffic should use it
 */
public record EndpointHints(List<String> forZones, List<String> forNodes) {

  /** Copies the collections. */
  public EndpointHints {
    forZones = List.copyOf(forZones);
    forNodes = List.copyOf(forNodes);
  }
}
