package io.kubehop.service.load;

import io.kubehop.service.source.Value;

/** What a field of a Kubernetes object may hold. */
sealed interface FieldType permits ListType, MapType, ObjectType, ScalarType {

  /**
   * Reports what is wrong with a value as this type; a null is never wrong, it means that the field
   * is absent.
   */
  void check(Value value);
}
