package io.kubehop.ingress.nginx.uri;

import java.util.Locale;

/** Escapes that mean one character, in and outside of classes. */
final class PcreEscape {

  private PcreEscape() {}

  /** Writes a character so that Java takes it for itself. */
  static void literal(char c, StringBuilder out) {
    boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    if (plain || c > 0x7f) {
      out.append(c);
    } else {
      out.append(String.format(Locale.ROOT, "\\x%02x", (int) c));
    }
  }

  /**
   * Translates {@code \xhh}, <code>\x{hh}</code> and {@code \0oo} at a position.
   *
   * @return the position behind it
   */
  static int code(String source, int position, StringBuilder out) throws PcreException {
    char kind = source.charAt(position + 1);
    int from = position + 2;
    if (from < source.length() && source.charAt(from) == '{' && kind != '0') {
      int end = source.indexOf('}', from);
      return braced(source, from + 1, end, kind == 'x' ? 16 : 8, out);
    }
    if (kind == 'o') {
      throw PcreException.invalid(source, "missing { after \\o");
    }
    int radix = kind == 'x' ? 16 : 8;
    int end = from;
    while (end < source.length()
        && end < from + 2
        && Character.digit(source.charAt(end), radix) >= 0) {
      end++;
    }
    int value = end == from ? 0 : Integer.parseInt(source.substring(from, end), radix);
    literal((char) value, out);
    return end;
  }

  private static int braced(String source, int from, int end, int radix, StringBuilder out)
      throws PcreException {
    int value = -1;
    try {
      value = end < 0 ? -1 : Integer.parseInt(source.substring(from, end), radix);
    } catch (NumberFormatException e) {
      value = -1;
    }
    if (value < 0 || value > 0xff) {
      throw PcreException.invalid(source, "a character code must be from 0 to 255");
    }
    literal((char) value, out);
    return end + 1;
  }
}
