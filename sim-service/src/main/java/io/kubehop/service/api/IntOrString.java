package io.kubehop.service.api;

/**
 * A value that is a whole number or a text (util/intstr): a target port by number or by name, a
 * share of Pods as a count or in per cent.
 *
 * @param isInt whether it is the number; otherwise it is the text
 * @param intValue the number; 0 when it is a text
 * @param stringValue the text; empty when it is a number
 */
public record IntOrString(boolean isInt, int intValue, String stringValue) {

  /** Returns a number. */
  public static IntOrString of(int value) {
    return new IntOrString(true, value, "");
  }

  /** Returns a text. */
  public static IntOrString of(String value) {
    return new IntOrString(false, 0, value);
  }

  /**
   * Returns the count that this value means out of a total, as {@code
   * intstr.GetScaledValueFromIntOrPercent} does: a number is itself, a text is a share in per cent.
   *
   * @param total what one hundred per cent is
   * @param roundUp whether a fraction counts as one more; otherwise it is dropped
   * @throws IllegalArgumentException if the text is no share in per cent
   */
  public int scaledTo(int total, boolean roundUp) {
    if (isInt) {
      return intValue;
    }
    if (!stringValue.matches("[0-9]{1,9}%")) {
      throw new IllegalArgumentException(
          "'" + stringValue + "' is neither a whole number nor a percentage such as 25%");
    }
    long product =
        (long) total * Integer.parseInt(stringValue.substring(0, stringValue.length() - 1));
    return (int) (roundUp ? (product + 99) / 100 : product / 100);
  }

  @Override
  public String toString() {
    return isInt ? Integer.toString(intValue) : stringValue;
  }
}
