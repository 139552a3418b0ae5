package io.kubehop.ingress.nginx.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A text with variables of nginx, such as {@code /$1} or <code>${host}:80</code>
 * (ngx_http_script_compile).
 */
public final class Template {
  private final String source;
  private final List<Part> parts;

  private record Part(boolean variable, String text) {}

  private Template(String source, List<Part> parts) {
    this.source = source;
    this.parts = parts;
  }

  /** Reads a text; a dollar sign that begins no name stands for itself. */
  public static Template parse(String text) {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int end = text.charAt(i) == '$' ? endOfVariable(text, i + 1) : i;
      if (end > i + 1) {
        parts.add(new Part(false, literal.toString()));
        literal.setLength(0);
        String name = text.substring(i + 1, end);
        parts.add(
            new Part(true, name.startsWith("{") ? name.substring(1, name.length() - 1) : name));
        i = end;
      } else {
        literal.append(text.charAt(i++));
      }
    }
    parts.add(new Part(false, literal.toString()));
    return new Template(text, parts.stream().filter(p -> !p.text.isEmpty()).toList());
  }

  private static int endOfVariable(String text, int from) {
    if (from < text.length() && text.charAt(from) == '{') {
      int close = text.indexOf('}', from);
      return close < 0 ? from : close + 1;
    }
    if (from < text.length() && text.charAt(from) >= '0' && text.charAt(from) <= '9') {
      return from + 1;
    }
    int end = from;
    while (end < text.length() && isNameCharacter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  /** The names of its variables. */
  public List<String> variables() {
    return parts.stream().filter(Part::variable).map(Part::text).toList();
  }

  /**
   * What nginx says of it when it loads a configuration, if it refuses it.
   *
   * @param known whether there is a variable of a name
   */
  public Optional<String> problem(Predicate<String> known) {
    if (parts.stream().anyMatch(part -> !part.variable && part.text.indexOf('$') >= 0)) {
      return Optional.of("invalid variable name");
    }
    return variables().stream()
        .filter(known.negate())
        .findFirst()
        .map(name -> "unknown \"" + name + "\" variable");
  }

  /** The text with a value for each variable. */
  public String fill(Function<String, String> values) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts) {
      filled.append(part.variable ? values.apply(part.text) : part.text);
    }
    return filled.toString();
  }

  /** The text as it was written. */
  @Override
  public String toString() {
    return source;
  }
}
