package io.kubehop.scenarios.format;

import io.kubehop.service.source.Fields;
import java.util.List;

/** The values that were read of one map. */
public final class Reading {
  private final Fields given;
  private final List<Object> values;

  Reading(Fields given, List<Object> values) {
    this.given = given;
    this.values = values;
  }

  /** Returns the value of a field. */
  @SuppressWarnings("unchecked") // the value was read by the very field that is the key
  public <V> V get(Field<V> field) {
    return (V) values.get(field.index());
  }

  /** Returns the map itself, for problems that concern several fields. */
  public Fields given() {
    return given;
  }
}
