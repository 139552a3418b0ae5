package io.kubehop.scenarios.format;

import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The form of one value: how it is read, and how JSON Schema describes it. One declaration serves
 * both, so that the published schema cannot lag behind the decoder.
 *
 * @param <T> what a value of this form is read as
 */
public interface Shape<T> {

  /**
   * Reads a value; where it is not of this form, that becomes a problem and the result is absent.
   */
  Optional<T> read(Value value);

  /** Describes the form in the words of JSON Schema (draft 2020-12). */
  SourceMapping schema();

  /**
   * A form whose text has a meaning that can be wrong.
   *
   * @param parse reads the value further, or throws an {@code IllegalArgumentException} that says
   *     what is wrong and what would be right
   */
  default <R> Shape<R> parsed(Function<T, R> parse) {
    return new MappedShape<>(this, parse);
  }

  /** A list of such values. */
  default Shape<List<T>> list() {
    return new ListShape<>(this, false);
  }

  /** A list of such values; one value alone stands for a list of one. */
  default Shape<List<T>> oneOrList() {
    return new ListShape<>(this, true);
  }
}
