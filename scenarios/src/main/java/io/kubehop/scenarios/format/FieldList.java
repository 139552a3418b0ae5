package io.kubehop.scenarios.format;

import io.kubehop.service.source.SourceMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The fields of an {@link ObjectShape} while it is being declared. */
public final class FieldList {
  private final List<Field<?>> fields = new ArrayList<>();

  FieldList() {}

  /** Declares a field that has to be given. */
  public <V> Field<V> required(String name, Shape<V> shape, String description) {
    return add(
        new Field<>(
            fields.size(),
            name,
            true,
            described(shape, description),
            given -> given.required(name).flatMap(shape::read)));
  }

  /** Declares a field that may be left out. */
  public <V> Field<Optional<V>> optional(String name, Shape<V> shape, String description) {
    return add(
        new Field<>(
            fields.size(),
            name,
            false,
            described(shape, description),
            given -> Optional.of(given.optional(name).flatMap(shape::read))));
  }

  /** Declares a field that has a default. */
  public <V> Field<V> optional(String name, Shape<V> shape, V otherwise, String description) {
    return add(
        new Field<>(
            fields.size(),
            name,
            false,
            described(shape, description),
            given -> Optional.of(given.optional(name).flatMap(shape::read).orElse(otherwise))));
  }

  private <V> Field<V> add(Field<V> field) {
    fields.add(field);
    return field;
  }

  List<Field<?>> all() {
    return Collections.unmodifiableList(fields);
  }

  private static SourceMapping described(Shape<?> shape, String description) {
    return Schema.of(shape.schema()).with("description", description).build();
  }
}
