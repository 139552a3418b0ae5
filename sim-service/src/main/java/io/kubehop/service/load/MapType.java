package io.kubehop.service.load;

import io.kubehop.service.source.Value;

/** A map from names of the user's to values of one type. */
record MapType(FieldType of) implements FieldType {

  @Override
  public void check(Value value) {
    value.fields().ifPresent(fields -> fields.forEach((name, entry) -> of.check(entry)));
  }
}
