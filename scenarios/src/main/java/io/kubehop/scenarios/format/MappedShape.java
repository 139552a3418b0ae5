package io.kubehop.scenarios.format;

import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.Value;
import java.util.Optional;
import java.util.function.Function;

/** A form that is read as another one first. */
record MappedShape<T, R>(Shape<T> first, Function<T, R> parse) implements Shape<R> {

  @Override
  public Optional<R> read(Value value) {
    int before = value.problems().size();
    Optional<T> text = first.read(value);
    if (text.isEmpty() || value.problems().size() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(text.get()));
    } catch (IllegalArgumentException wrong) {
      value.problem(String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  @Override
  public SourceMapping schema() {
    return first.schema();
  }
}
