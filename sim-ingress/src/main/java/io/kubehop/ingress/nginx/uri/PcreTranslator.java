package io.kubehop.ingress.nginx.uri;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes an expression of PCRE so that Java's engine understands it in the same way. The two agree
 * on most; what differs is spelled out: literal braces, brackets in classes, POSIX classes, named
 * groups, word boundaries (Java's know Unicode), escapes of plain letters.
 */
final class PcreTranslator {
  private static final String WORD_BOUNDARY = "(?:(?<=\\w)(?!\\w)|(?<!\\w)(?=\\w))";
  private static final String NO_WORD_BOUNDARY = "(?:(?<=\\w)(?=\\w)|(?<!\\w)(?!\\w))";
  private static final String SAME_IN_JAVA = "dDwWsSvVhHRAzZGntrfae";

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, String> groupNames = new LinkedHashMap<>();
  private int position;
  private int groups;
  private int highestReference;

  PcreTranslator(String source) {
    this.source = source;
  }

  String translate() throws PcreException {
    while (position < source.length()) {
      char c = source.charAt(position);
      switch (c) {
        case '\\' -> escape();
        case '[' -> position = new PcreClass(source, position, out).translate();
        case '(' -> group();
        case '{' -> brace();
        default -> {
          out.append(c);
          position++;
        }
      }
    }
    if (highestReference > groups) {
      throw invalid("reference to a group that does not exist");
    }
    return out.toString();
  }

  /** A brace that is no quantifier stands for itself. */
  private void brace() {
    int end = quantifierEnd(source, position);
    if (end < 0) {
      out.append("\\{");
      position++;
    } else {
      out.append(source, position, end);
      position = end;
    }
  }

  private static int quantifierEnd(String text, int open) {
    int i = open + 1;
    int firstDigits = digits(text, i);
    i += firstDigits;
    if (firstDigits > 0 && i < text.length() && text.charAt(i) == ',') {
      i++;
      i += digits(text, i);
    }
    boolean closed = firstDigits > 0 && i < text.length() && text.charAt(i) == '}';
    return closed ? i + 1 : -1;
  }

  private static int digits(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i - from;
  }

  private void escape() throws PcreException {
    if (position + 1 == source.length()) {
      throw invalid("\\ at the end");
    }
    char c = source.charAt(position + 1);
    if (c == 'Q') {
      quoted();
      return;
    }
    if (c >= '1' && c <= '9') {
      reference(digits(source, position + 1));
      return;
    }
    switch (c) {
      case 'b' -> append(WORD_BOUNDARY, 2);
      case 'B' -> append(NO_WORD_BOUNDARY, 2);
      case 'E' -> append("", 2);
      case 'x', '0', 'o' -> position = PcreEscape.code(source, position, out);
      case 'c' -> append(source.substring(position, Math.min(position + 3, source.length())), 3);
      case 'k', 'g' -> named(c);
      case 'K', 'X', 'C', 'p', 'P', 'N' -> throw notModelled("\\" + c);
      default -> plainEscape(c);
    }
  }

  private void plainEscape(char c) {
    boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    if (!letter || SAME_IN_JAVA.indexOf(c) >= 0) {
      append("\\" + c, 2);
    } else {
      append(String.valueOf(c), 2);
    }
  }

  private void append(String text, int consumed) {
    out.append(text);
    position += consumed;
  }

  private void quoted() {
    int end = source.indexOf("\\E", position + 2);
    int stop = end < 0 ? source.length() : end;
    for (int i = position + 2; i < stop; i++) {
      PcreEscape.literal(source.charAt(i), out);
    }
    position = end < 0 ? stop : end + 2;
  }

  private void reference(int length) {
    String number = source.substring(position + 1, position + 1 + length);
    refer(number);
    position += 1 + length;
  }

  private void refer(String number) {
    highestReference = Math.max(highestReference, Integer.parseInt(number));
    out.append("(?:\\").append(number).append(')');
  }

  /** {@code \g1}, <code>\g{1}</code>, <code>\g{name}</code>, {@code \k<name>} and their like. */
  private void named(char kind) throws PcreException {
    int digits = kind == 'g' ? digits(source, position + 2) : 0;
    if (digits > 0) {
      refer(source.substring(position + 2, position + 2 + digits));
      position += 2 + digits;
      return;
    }
    int open = position + 2;
    char close = open < source.length() ? closing(source.charAt(open)) : 0;
    int end = close == 0 ? -1 : source.indexOf(close, open + 1);
    if (end < 0 || (kind == 'g' && close != '}')) {
      throw notModelled("\\" + kind);
    }
    String name = source.substring(open + 1, end);
    position = end + 1;
    if (!name.isEmpty() && digits(name, 0) == name.length()) {
      refer(name);
    } else {
      referToName(name);
    }
  }

  private static char closing(char open) {
    return switch (open) {
      case '{' -> '}';
      case '<' -> '>';
      case '\'' -> '\'';
      default -> 0;
    };
  }

  private void referToName(String name) throws PcreException {
    String own = groupNames.get(name);
    if (own == null) {
      throw invalid("reference to a group that does not exist");
    }
    out.append("\\k<").append(own).append('>');
  }

  private void group() throws PcreException {
    if (source.startsWith("(*", position)) {
      throw notModelled("a verb");
    }
    if (!source.startsWith("(?", position)) {
      groups++;
      append("(", 1);
      return;
    }
    String rest = source.substring(position + 2);
    if (rest.startsWith("#")) {
      skipComment();
    } else if (rest.startsWith("P=")) {
      nameReference();
    } else if (rest.startsWith("P<")) {
      nameGroup(4, '>');
    } else if (rest.startsWith("'")) {
      nameGroup(3, '\'');
    } else if (rest.startsWith("<") && !rest.startsWith("<=") && !rest.startsWith("<!")) {
      nameGroup(3, '>');
    } else {
      plainGroup(rest);
    }
  }

  private void skipComment() throws PcreException {
    int end = source.indexOf(')', position);
    if (end < 0) {
      throw invalid("missing ) after comment");
    }
    position = end + 1;
  }

  private void nameReference() throws PcreException {
    int end = source.indexOf(')', position);
    if (end < 0) {
      throw invalid("missing )");
    }
    String name = source.substring(position + 4, end);
    position = end + 1;
    referToName(name);
  }

  /** Java's group names have no underscore, so groups get names of their own. */
  private void nameGroup(int prefix, char close) throws PcreException {
    int end = source.indexOf(close, position + prefix);
    if (end <= position + prefix) {
      throw invalid("a group name is missing");
    }
    groups++;
    String own = "g" + groups;
    groupNames.put(source.substring(position + prefix, end), own);
    out.append("(?<").append(own).append('>');
    position = end + 1;
  }

  private void plainGroup(String rest) throws PcreException {
    for (String known : new String[] {":", "=", "!", ">", "<=", "<!"}) {
      if (rest.startsWith(known)) {
        append("(?" + known, 2 + known.length());
        return;
      }
    }
    int i = 0;
    while (i < rest.length() && "imsx-".indexOf(rest.charAt(i)) >= 0) {
      i++;
    }
    if (i == 0 || i == rest.length() || ":)".indexOf(rest.charAt(i)) < 0) {
      throw notModelled("(?" + (rest.isEmpty() ? "" : rest.charAt(0)));
    }
    append("(?" + rest.substring(0, i + 1), 3 + i);
  }

  private PcreException invalid(String why) {
    return PcreException.invalid(source, why);
  }

  private PcreException notModelled(String what) {
    return PcreException.notModelled(source, what);
  }
}
