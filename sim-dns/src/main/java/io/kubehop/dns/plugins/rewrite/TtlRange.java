package io.kubehop.dns.plugins.rewrite;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A TTL, or a range of them of which one end may be missing: {@code 30}, {@code 30-}, {@code 5-30}.
 */
final class TtlRange {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,10})|([0-9]{0,10})-([0-9]{0,10})");
  private static final long MOST = 2147483647L;

  private TtlRange() {}

  /** The least and the largest TTL; nothing if the text is no range. */
  static long[] parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || text.equals("-")) {
      return new long[0];
    }
    if (form.group(1) != null) {
      long ttl = Long.parseLong(form.group(1));
      return new long[] {ttl, ttl};
    }
    long least = form.group(2).isEmpty() ? 0 : Long.parseLong(form.group(2));
    long most = form.group(3).isEmpty() ? MOST : Long.parseLong(form.group(3));
    return least > most ? new long[0] : new long[] {least, most};
  }
}
