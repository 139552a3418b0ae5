package io.kubehop.service.apiserver;

import io.kubehop.service.api.KubeObject;
import io.kubehop.service.apiserver.validation.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The circumstances under which an object is given to the API server, and what it finds wrong with
 * it.
 *
 * @param old the object that is to be replaced
 * @param atStart whether it is there from the start, and so may bring a status
 * @param errors takes what is wrong
 * @param <T> the kind
 */
record AdmissionRequest<T extends KubeObject>(
    Optional<T> old, boolean atStart, List<FieldError> errors) {

  static <T extends KubeObject> AdmissionRequest<T> of(Optional<T> old, boolean atStart) {
    return new AdmissionRequest<>(old, atStart, new ArrayList<>());
  }

  boolean isUpdate() {
    return old.isPresent();
  }

  boolean isRefused() {
    return !errors.isEmpty();
  }

  void refuse(FieldError error) {
    errors.add(error);
  }
}
