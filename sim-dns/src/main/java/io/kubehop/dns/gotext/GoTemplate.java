package io.kubehop.dns.gotext;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A template in Go's syntax (text/template), without control structures: text with actions that
 * print a value, such as <code>{{ .Name }}</code> or <code>{{ index .Match 1 }}</code>.
 */
public final class GoTemplate {
  private final List<Object> parts; // texts, and expressions to be printed

  private GoTemplate(List<Object> parts) {
    this.parts = parts;
  }

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException if it is none, or uses what is not modelled
   */
  public static GoTemplate parse(String text) {
    List<Object> parts = new ArrayList<>();
    int position = 0;
    while (true) {
      int open = text.indexOf("{{", position);
      if (open < 0) {
        parts.add(text.substring(position));
        return new GoTemplate(List.copyOf(parts));
      }
      int close = text.indexOf("}}", open);
      if (close < 0) {
        throw new IllegalArgumentException("unclosed action in template: " + text);
      }
      String literal = text.substring(position, open);
      String action = text.substring(open + 2, close);
      position = close + 2;
      if (action.startsWith("- ")) {
        literal = literal.stripTrailing();
        action = action.substring(1);
      }
      if (action.endsWith(" -")) {
        action = action.substring(0, action.length() - 1);
        position = skipSpace(text, position);
      }
      parts.add(literal);
      parts.add(new ExpressionParser(action).parse());
    }
  }

  private static int skipSpace(String text, int from) {
    int position = from;
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return position;
  }

  /**
   * Fills in the values.
   *
   * @param data fields by name: texts, numbers, lists and maps of them
   * @throws IllegalArgumentException if a field or an index does not exist
   */
  public String execute(Map<String, ?> data) {
    StringBuilder out = new StringBuilder();
    for (Object part : parts) {
      out.append(part instanceof Expression expression ? expression.evaluate(data) : part);
    }
    return out.toString();
  }
}
