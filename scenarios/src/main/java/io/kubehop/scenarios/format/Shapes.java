package io.kubehop.scenarios.format;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.source.FieldPath;
import io.kubehop.service.source.Fields;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The forms of single values, and of maps whose names are data. */
public final class Shapes {
  private static final String DURATION = "^([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$|^0$";

  /** A text. */
  public static final Shape<String> TEXT = of(Value::text, type("string"));

  /** A text; numbers and truth values count as what was written. */
  public static final Shape<String> SCALAR =
      of(
          Value::scalarText,
          Schema.empty()
              .with("type", Schema.texts(List.of("string", "number", "boolean")))
              .build());

  /** True or false. */
  public static final Shape<Boolean> FLAG = of(Value::flag, type("boolean"));

  /** A number. */
  public static final Shape<Double> NUMBER = of(Value::number, type("number"));

  /** A duration such as {@code 1500ms}. */
  public static final Shape<Duration> DURATION_TEXT =
      of(Value::duration, Schema.of("type", "string").with("pattern", DURATION).build());

  /** A value that is kept as it was written. */
  public static final Shape<Value> ANYTHING = of(Optional::of, Schema.empty().build());

  /** A map that is kept as it was written. */
  public static final Shape<SourceMapping> MAPPING =
      of(value -> value.fields().map(Fields::mapping), type("object"));

  private Shapes() {}

  /** A whole number within bounds. */
  public static Shape<Integer> integer(int least, int most) {
    return of(
        value -> value.integer(least, most),
        Schema.of("type", "integer").with("minimum", least).with("maximum", most).build());
  }

  /** A whole number of 64 bits. */
  public static Shape<Long> wholeNumber() {
    return of(value -> value.wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE), type("integer"));
  }

  /** One of several names. */
  public static <T> Shape<T> choice(Map<String, T> choices) {
    return of(
        value -> value.choice(choices),
        Schema.of("type", "string").with("enum", Schema.texts(choices.keySet())).build());
  }

  /** A value that may be null, where a null says something. */
  public static <T> Shape<Optional<T>> nullable(Shape<T> shape) {
    return of(
        value ->
            value.node().isNull()
                ? Optional.of(Optional.empty())
                : shape.read(value).map(Optional::of),
        Schema.anyOf(List.of(shape.schema(), type("null"))));
  }

  /** A map whose names are data, in the order of writing. */
  public static <T> Shape<Map<String, T>> map(Shape<T> item) {
    return map(name -> name, item);
  }

  /**
   * A map whose names are data with a grammar of their own.
   *
   * @param key reads a name, or throws an {@code IllegalArgumentException} that says what is wrong
   */
  public static <K, T> Shape<Map<K, T>> map(Function<String, K> key, Shape<T> item) {
    return of(
        value -> entries(value, key, item),
        Schema.of("type", "object").with("additionalProperties", item.schema()).build());
  }

  /** A form from how it is read and how it is described. */
  public static <T> Shape<T> of(Function<Value, Optional<T>> read, SourceMapping schema) {
    return new Shape<>() {
      @Override
      public Optional<T> read(Value value) {
        return read.apply(value);
      }

      @Override
      public SourceMapping schema() {
        return schema;
      }
    };
  }

  private static <K, T> Optional<Map<K, T>> entries(
      Value value, Function<String, K> key, Shape<T> item) {
    if (!(value.node() instanceof SourceMapping mapping)) {
      value.fields(); // says what is wrong
      return Optional.empty();
    }
    ImmutableMap.Builder<K, T> entries = ImmutableMap.builder();
    for (int i = 0; i < mapping.size(); i++) {
      String name = mapping.name(i);
      String path = FieldPath.child(value.path(), name);
      Optional<T> read = item.read(Value.of(mapping.value(i), path, value.problems()));
      try {
        K parsed = key.apply(name);
        read.ifPresent(each -> entries.put(parsed, each));
      } catch (IllegalArgumentException wrong) {
        value.problems().add(mapping.namePosition(i), path, String.valueOf(wrong.getMessage()));
      }
    }
    return Optional.of(entries.buildKeepingLast());
  }

  private static SourceMapping type(String name) {
    return Schema.of("type", name).build();
  }
}
