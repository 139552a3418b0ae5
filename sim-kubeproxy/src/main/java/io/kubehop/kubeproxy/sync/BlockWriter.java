package io.kubehop.kubeproxy.sync;

import io.kubehop.kubeproxy.services.EndpointCategories;
import io.kubehop.kubeproxy.services.ServicePortInfo;

/**
 * Writes what one port of a Service contributes to a node, and puts contributions together. What it
 * writes depends on its arguments only.
 *
 * @param <R> what a node has as a whole; immutable
 * @param <B> what one port contributes; immutable, with a sound {@code equals}
 */
public interface BlockWriter<R, B> {
  /**
   * Writes a contribution.
   *
   * @param endpoints those that the node may use
   * @param circumstances what else it depends on
   */
  B write(ServicePortInfo port, EndpointCategories endpoints, Circumstances circumstances);

  /** What a node has without any Service. */
  R empty();

  /** A root with a contribution, in place of one of the same port. */
  R with(R root, B block);

  /** A root without the contribution of a port. */
  R without(R root, ServicePortInfo port);
}
