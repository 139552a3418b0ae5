package io.kubehop.service.source;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One value under decoding: the node, the path that leads to it and where problems go. Each method
 * reads it as one type; if it is of another, that is a problem and the result is absent. See {@link
 * Fields}.
 */
public final class Value {
  private final SourceNode node;
  private final Trail trail;
  private final Problems problems;

  Value(SourceNode node, Trail trail, Problems problems) {
    this.node = node;
    this.trail = trail;
    this.problems = problems;
  }

  /**
   * Returns a value to be decoded.
   *
   * @param path the path that leads to it; empty for a document
   * @param problems takes what is found to be wrong
   */
  public static Value of(SourceNode node, String path, Problems problems) {
    return new Value(node, Trail.of(path), problems);
  }

  /** Returns the value as it was written. */
  public SourceNode node() {
    return node;
  }

  /** Returns the path that leads to it, such as {@code steps[3].send.to}. */
  public String path() {
    return trail.toString();
  }

  /** Returns where problems go. */
  public Problems problems() {
    return problems;
  }

  /** Adds a problem at the place of this value. */
  public void problem(String message) {
    problems.add(node.position(), path(), message);
  }

  /** Returns the value as a text; numbers and truth values are none unless they are quoted. */
  public Optional<String> text() {
    if (node instanceof SourceScalar scalar) {
      if (scalar.kind() == SourceScalar.Kind.TEXT) {
        return Optional.of(scalar.text());
      }
      return wrong("a text", ": write \"" + scalar.text() + "\" in quotes");
    }
    return wrong("a text", "");
  }

  /** Returns the value as a text; numbers and truth values count as the text that was written. */
  public Optional<String> scalarText() {
    if (node instanceof SourceScalar scalar && !scalar.isNull()) {
      return Optional.of(scalar.text());
    }
    return wrong("a text", "");
  }

  /** Returns the value as a whole number from {@code least} to {@code most}. */
  public Optional<Integer> integer(int least, int most) {
    return wholeNumber(least, most).map(Math::toIntExact);
  }

  /** Returns the value as a whole number from {@code least} to {@code most}. */
  public Optional<Long> wholeNumber(long least, long most) {
    if (!(node instanceof SourceScalar scalar)) {
      return wrong("a whole number", "");
    }
    BigInteger number = scalar.integer();
    if (number == null) {
      boolean quoted = ScalarValues.kindOf(scalar.text()) == SourceScalar.Kind.INTEGER;
      return wrong("a whole number", quoted ? ": write " + scalar.text() + " without quotes" : "");
    }
    if (!Fields.fits(number, least, most)) {
      return wrong(range(least, most), "");
    }
    return Optional.of(number.longValueExact());
  }

  private static String range(long least, long most) {
    if (most == Long.MAX_VALUE && least > Long.MIN_VALUE) {
      return "a whole number not below " + least;
    }
    if (least == Integer.MIN_VALUE && most == Integer.MAX_VALUE) {
      return "a whole number of at most 32 bits";
    }
    return "a whole number from " + least + " to " + most;
  }

  /** Returns the value as a number. */
  public Optional<Double> number() {
    if (node instanceof SourceScalar scalar) {
      BigInteger whole = scalar.integer();
      if (whole != null) {
        return Optional.of(whole.doubleValue());
      }
      if (scalar.kind() == SourceScalar.Kind.FLOAT) {
        return Optional.of(ScalarValues.number(scalar.text()));
      }
    }
    return wrong("a number", "");
  }

  /** Returns the value as a truth value. */
  public Optional<Boolean> flag() {
    if (node instanceof SourceScalar scalar) {
      if (scalar.kind() == SourceScalar.Kind.BOOLEAN
          || ScalarValues.isLetterOfTruth(scalar.text())) {
        return Optional.of(ScalarValues.isTrue(scalar));
      }
      boolean quoted = ScalarValues.kindOf(scalar.text()) == SourceScalar.Kind.BOOLEAN;
      return wrong("true or false", quoted ? ": write it without quotes" : "");
    }
    return wrong("true or false", "");
  }

  /**
   * Returns the value as a duration of at least nothing: numbers with units, such as {@code 1500ms}
   * or {@code 1m30s}.
   */
  public Optional<Duration> duration() {
    if (!(node instanceof SourceScalar scalar) || scalar.isNull()) {
      return wrong("a duration such as 1500ms, 2s or 1m", "");
    }
    try {
      return Optional.of(Durations.parse(scalar.text()));
    } catch (IllegalArgumentException e) {
      problem(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Returns what the value stands for, if it is the name of one of these choices. */
  public <T> Optional<T> choice(Map<String, T> choices) {
    Optional<String> name = scalarText();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    T chosen = choices.get(name.get());
    if (chosen == null) {
      problem(
          String.format(
                  Locale.ROOT,
                  "\"%s\" is not one of %s",
                  name.get(),
                  String.join(", ", choices.keySet()))
              + NearNames.suggestion(name.get(), choices.keySet()));
    }
    return Optional.ofNullable(chosen);
  }

  /**
   * Returns the values of a list; nulls in it are left in, as values of which nothing can be read.
   */
  public List<Value> list() {
    if (!(node instanceof SourceSequence sequence)) {
      wrong("a list", "");
      return List.of();
    }
    List<Value> values = new ArrayList<>(sequence.items().size());
    for (SourceNode item : sequence.items()) {
      values.add(new Value(item, trail.item(values.size()), problems));
    }
    return values;
  }

  /** Returns the values of a list; a single value counts as a list of one. */
  public List<Value> listOrOne() {
    return node instanceof SourceSequence ? list() : List.of(this);
  }

  /** Returns the fields of a map. */
  public Optional<Fields> fields() {
    if (node instanceof SourceMapping mapping) {
      return Optional.of(new Fields(mapping, trail, problems));
    }
    return wrong("a map", "");
  }

  private <T> Optional<T> wrong(String wanted, String remedy) {
    problem("expected " + wanted + ", found " + node.describe() + remedy);
    return Optional.empty();
  }
}
