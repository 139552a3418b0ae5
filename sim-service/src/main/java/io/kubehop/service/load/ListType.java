package io.kubehop.service.load;

import io.kubehop.service.source.Value;

/** A list of values of one type. */
record ListType(FieldType of) implements FieldType {

  @Override
  public void check(Value value) {
    for (Value item : value.list()) {
      if (!item.node().isNull()) {
        of.check(item);
      }
    }
  }
}
