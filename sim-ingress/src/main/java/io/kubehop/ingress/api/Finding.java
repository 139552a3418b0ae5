package io.kubehop.ingress.api;

import io.kubehop.service.api.ObjectKey;

/**
 * Something in an object that does not do what its author may think.
 *
 * @param object the object
 * @param path the field, such as {@code spec.rules[0].http.paths[1].path}; empty for the whole
 *     object
 * @param message what is wrong, and what happens instead
 */
public record Finding(ObjectKey object, String path, String message) {

  /** {@code Ingress/shop/web: spec.rules[0]: message}. */
  @Override
  public String toString() {
    return object + ": " + (path.isEmpty() ? "" : path + ": ") + message;
  }
}
