package io.kubehop.scenarios.format;

import io.kubehop.service.source.Fields;
import io.kubehop.service.source.SourceMapping;
import java.util.Optional;
import java.util.function.Function;

/**
 * One field of an {@link ObjectShape}: the key to its value in a {@link Reading}.
 *
 * @param <V> what its value is read as
 */
public final class Field<V> {
  private final int index;
  private final String name;
  private final boolean required;
  private final SourceMapping schema;
  private final Function<Fields, Optional<V>> read;

  Field(
      int index,
      String name,
      boolean required,
      SourceMapping schema,
      Function<Fields, Optional<V>> read) {
    this.index = index;
    this.name = name;
    this.required = required;
    this.schema = schema;
    this.read = read;
  }

  int index() {
    return index;
  }

  String name() {
    return name;
  }

  boolean isRequired() {
    return required;
  }

  SourceMapping schema() {
    return schema;
  }

  /** Reads the field; absent only where it is required and has no usable value. */
  Optional<V> read(Fields fields) {
    return read.apply(fields);
  }
}
