package io.kubehop.ingress.nginx.uri;

import com.google.common.collect.ImmutableMap;

/**
 * Translates one character class. In Java a bracket inside a class opens another one and {@code &&}
 * intersects; in PCRE both are plain.
 */
final class PcreClass {
  private static final ImmutableMap<String, String> POSIX =
      ImmutableMap.<String, String>builder()
          .put("alpha", "a-zA-Z")
          .put("digit", "0-9")
          .put("alnum", "a-zA-Z0-9")
          .put("upper", "A-Z")
          .put("lower", "a-z")
          .put("space", "\\x09-\\x0d\\x20")
          .put("blank", "\\x09\\x20")
          .put("punct", "\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e")
          .put("xdigit", "0-9a-fA-F")
          .put("word", "a-zA-Z0-9_")
          .put("print", "\\x20-\\x7e")
          .put("graph", "\\x21-\\x7e")
          .put("cntrl", "\\x00-\\x1f\\x7f")
          .buildOrThrow();

  private final String source;
  private final StringBuilder out;
  private int position;

  PcreClass(String source, int position, StringBuilder out) {
    this.source = source;
    this.position = position;
    this.out = out;
  }

  /** Translates the class and returns the position behind it. */
  int translate() throws PcreException {
    out.append('[');
    position++;
    if (position < source.length() && source.charAt(position) == '^') {
      out.append('^');
      position++;
    }
    boolean first = true;
    while (position < source.length() && (first || source.charAt(position) != ']')) {
      element();
      first = false;
    }
    if (position == source.length()) {
      throw PcreException.invalid(source, "missing terminating ] for character class");
    }
    out.append(']');
    return position + 1;
  }

  private void element() throws PcreException {
    char c = source.charAt(position);
    if (source.startsWith("[:", position) && source.indexOf(":]", position) > 0) {
      posix();
    } else if (c == '\\') {
      escape();
    } else if (c == '-') {
      out.append(atAnEnd() ? "\\-" : "-");
      position++;
    } else {
      PcreEscape.literal(c, out);
      position++;
    }
  }

  private boolean atAnEnd() {
    char before = source.charAt(position - 1);
    boolean leading = before == '[' || before == '^';
    return leading || source.startsWith("-]", position);
  }

  private void posix() throws PcreException {
    int end = source.indexOf(":]", position);
    String name = source.substring(position + 2, end);
    boolean negated = name.startsWith("^");
    String members = POSIX.get(negated ? name.substring(1) : name);
    if (members == null) {
      throw PcreException.invalid(source, "unknown POSIX class name " + name);
    }
    out.append(negated ? "[^" : "[").append(members).append(']');
    position = end + 2;
  }

  private void escape() throws PcreException {
    if (position + 1 == source.length()) {
      throw PcreException.invalid(source, "\\ at the end");
    }
    char c = source.charAt(position + 1);
    if ("xo".indexOf(c) >= 0 || c >= '0' && c <= '7') {
      position = code(c);
    } else if (c == 'b') {
      out.append("\\x08");
      position += 2;
    } else if ("dDwWsSvVhHntrfae".indexOf(c) >= 0) {
      out.append('\\').append(c);
      position += 2;
    } else if ("pPNRX".indexOf(c) >= 0) {
      throw PcreException.notModelled(source, "\\" + c + " in a class");
    } else {
      PcreEscape.literal(c, out);
      position += 2;
    }
  }

  private int code(char c) throws PcreException {
    if (c >= '1' && c <= '7') {
      int end = position + 1;
      while (end < source.length()
          && end < position + 4
          && Character.digit(source.charAt(end), 8) >= 0) {
        end++;
      }
      PcreEscape.literal(
          (char) (Integer.parseInt(source.substring(position + 1, end), 8) & 0xff), out);
      return end;
    }
    return PcreEscape.code(source, position, out);
  }
}
