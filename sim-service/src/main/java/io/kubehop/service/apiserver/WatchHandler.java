package io.kubehop.service.apiserver;

import io.kubehop.service.api.KubeObject;

/**
 * Is told of every change of the objects of one kind, in the order in which the API server made
 * them, a little later than it made them. By then the store may hold something newer than the
 * event.
 *
 * @param <T> the kind of the objects
 */
@FunctionalInterface
public interface WatchHandler<T extends KubeObject> {

  /** Something changed. */
  void onEvent(WatchEvent<T> event);
}
