package io.kubehop.service.apiserver;

import io.kubehop.service.api.KubeObject;
import io.kubehop.service.apiserver.validation.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An object that the API server does not accept.
 *
 * @param object the object as it was given
 * @param errors everything that is wrong with it; at least one thing is
 */
public record Rejection(KubeObject object, List<FieldError> errors) {

  /** Copies the list. */
  public Rejection {
    errors = List.copyOf(errors);
  }

  /** Says it as the API server does: {@code Service "web" is invalid: } and the errors. */
  @Override
  public String toString() {
    String name = object.kind() + " \"" + object.metadata().name() + "\" is invalid: ";
    return errors.stream().map(FieldError::toString).collect(Collectors.joining(", ", name, ""));
  }
}
