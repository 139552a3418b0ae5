package io.kubehop.service.source;

import org.jspecify.annotations.Nullable;

/**
 * A value as it was written: a scalar, a sequence or a mapping that knows its place. Trees are
 * immutable and may share nodes, since an alias stands for the very node of its anchor.
 */
public sealed interface SourceNode permits SourceMapping, SourceScalar, SourceSequence {

  /**
   * Returns where the value begins; {@link Position#UNKNOWN} for one that was never written down.
   */
  Position position();

  /**
   * Returns what the value is, for messages: {@code a list}, {@code the text "80"}, {@code the
   * number 80}.
   */
  String describe();

  /**
   * Returns the value without positions: a {@code String}, {@code Long}, {@code BigInteger}, {@code
   * Double}, {@code Boolean}, {@code null}, {@code List} or insertion-ordered {@code Map}. Equal
   * values are equal by {@code equals}, whatever their place, quoting or notation.
   */
  @Nullable Object plain();

  /** Returns whether this is the null value, which everywhere means that the field is absent. */
  default boolean isNull() {
    return false;
  }
}
