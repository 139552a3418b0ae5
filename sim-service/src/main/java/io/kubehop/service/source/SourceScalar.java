package io.kubehop.service.source;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A text, a number, a truth value or null. */
public final class SourceScalar implements SourceNode {
  private static final int LONGEST_QUOTE = 60;

  /** What a scalar is. */
  public enum Kind {
    /** A text, quoted or not. */
    TEXT,
    /** A whole number of any size. */
    INTEGER,
    /** A number with a fraction or an exponent. */
    FLOAT,
    /** True or false. */
    BOOLEAN,
    /** No value. */
    NULL
  }

  private final String file;
  private final int line;
  private final int column;
  private final Kind kind;
  private final String text;

  SourceScalar(String file, int line, int column, Kind kind, String text) {
    this.file = file;
    this.line = line;
    this.column = column;
    this.kind = kind;
    this.text = text;
  }

  /** Returns a text that no file holds. */
  public static SourceScalar ofText(String text) {
    return new SourceScalar("", 0, 0, Kind.TEXT, text);
  }

  /** Returns a whole number that no file holds. */
  public static SourceScalar ofInteger(long value) {
    return new SourceScalar("", 0, 0, Kind.INTEGER, Long.toString(value));
  }

  /** Returns a truth value that no file holds. */
  public static SourceScalar ofBoolean(boolean value) {
    return new SourceScalar("", 0, 0, Kind.BOOLEAN, Boolean.toString(value));
  }

  /** Returns a null that no file holds. */
  public static SourceScalar ofNull() {
    return new SourceScalar("", 0, 0, Kind.NULL, "null");
  }

  /** Returns what it is. */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns a text without its quotes; any other kind as it was written, such as {@code 0x50} or
   * {@code yes}.
   */
  public String text() {
    return text;
  }

  /**
   * Returns the value of a whole number; a float without a fraction, such as {@code 80.0}, counts
   * as one, because it does on its way through JSON.
   *
   * @return null if it is none
   */
  public @Nullable BigInteger integer() {
    return ScalarValues.integer(this);
  }

  @Override
  public Position position() {
    return file.isEmpty() ? Position.UNKNOWN : new Position(file, line, column);
  }

  @Override
  public boolean isNull() {
    return kind == Kind.NULL;
  }

  @Override
  public String describe() {
    return switch (kind) {
      case TEXT -> "the text \"" + shortened() + "\"";
      case INTEGER, FLOAT -> "the number " + shortened();
      case BOOLEAN -> "the truth value " + text;
      case NULL -> "null";
    };
  }

  @Override
  public @Nullable Object plain() {
    return ScalarValues.plain(this);
  }

  @Override
  public String toString() {
    return describe();
  }

  private String shortened() {
    if (text.codePointCount(0, text.length()) <= LONGEST_QUOTE) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
  }
}
