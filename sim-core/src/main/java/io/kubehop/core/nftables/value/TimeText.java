package io.kubehop.core.nftables.value;

/** Spans of time as nft writes them: {@code 1d2h3m4s5ms}; a number alone is seconds. */
public final class TimeText {
  private static final String[] UNITS = {"d", "h", "m", "s", "ms"};
  private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1000, 1};

  private TimeText() {}

  /** The milliseconds of a text, or -1 if it is no span of time. */
  public static long read(String text) {
    if (text.isEmpty()) {
      return -1;
    }
    long sum = 0;
    int at = 0;
    while (at < text.length()) {
      int digits = at;
      while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
        digits++;
      }
      int unit = digits;
      while (unit < text.length() && Character.isLetter(text.charAt(unit))) {
        unit++;
      }
      if (digits == at || digits - at > 12) {
        return -1;
      }
      long factor = factor(text.substring(digits, unit));
      if (factor < 0) {
        return -1;
      }
      sum += Long.parseLong(text.substring(at, digits)) * factor;
      at = unit;
    }
    return sum;
  }

  private static long factor(String unit) {
    if (unit.isEmpty()) {
      return 1000;
    }
    for (int i = 0; i < UNITS.length; i++) {
      if (UNITS[i].equals(unit)) {
        return MILLIS[i];
      }
    }
    return -1;
  }

  /** A span of milliseconds as text. */
  public static String print(long millis) {
    StringBuilder text = new StringBuilder();
    long rest = millis;
    for (int i = 0; i < UNITS.length; i++) {
      if (rest >= MILLIS[i]) {
        text.append(rest / MILLIS[i]).append(UNITS[i]);
        rest %= MILLIS[i];
      }
    }
    return text.isEmpty() ? "0s" : text.toString();
  }
}
