package io.kubehop.service.apiserver;

import io.kubehop.service.api.KubeObject;

/**
 * What the API server does to the objects of one kind before it keeps them (registry/rest,
 * RESTCreateStrategy and RESTUpdateStrategy): fills in, allocates, checks.
 *
 * @param <T> the kind
 */
interface Strategy<T extends KubeObject> {

  /**
   * Returns the object as it is to be kept. What is wrong with it goes to the request's errors;
   * then the result is thrown away and all that was written is undone.
   */
  T admit(T object, AdmissionRequest<T> request);

  /** Gives back what was allocated for an object that is gone. */
  default void release(T object) {}
}
