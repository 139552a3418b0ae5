package io.kubehop.scenarios.report;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes plain values as JSON in a fixed layout: names in their order, what fits on a line on one
 * line, everything else indented by two spaces.
 */
public final class Json {
  private static final int LINE = 100;
  private static final String HEX = "0123456789abcdef";

  private Json() {}

  /**
   * Writes a value and a line break.
   *
   * @param value a {@code Map} with a fixed order, {@code List}, {@code String}, {@code Number},
   *     {@code Boolean} or null, at any depth
   */
  public static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, "", out);
    return out.append('\n').toString();
  }

  private static void write(@Nullable Object value, String indent, StringBuilder out) {
    int start = out.length();
    if (compact(value, out, start + LINE - indent.length())) {
      return;
    }
    out.setLength(start);
    String inner = indent + "  ";
    if (value instanceof Map<?, ?> map) {
      String before = "{";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.append(before).append('\n').append(inner);
        quote(String.valueOf(entry.getKey()), out);
        out.append(": ");
        write(entry.getValue(), inner, out);
        before = ",";
      }
      out.append('\n').append(indent).append('}');
    } else if (value instanceof List<?> list) {
      String before = "[";
      for (Object item : list) {
        out.append(before).append('\n').append(inner);
        write(item, inner, out);
        before = ",";
      }
      out.append('\n').append(indent).append(']');
    }
  }

  /** Writes on one line; false as soon as a map or list goes beyond the limit. */
  private static boolean compact(@Nullable Object value, StringBuilder out, int limit) {
    if (value instanceof Map<?, ?> map) {
      return compactMap(map, out, limit);
    }
    if (value instanceof List<?> list) {
      return compactList(list, out, limit);
    }
    scalar(value, out);
    return true;
  }

  private static boolean compactMap(Map<?, ?> map, StringBuilder out, int limit) {
    String before = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(before);
      quote(String.valueOf(entry.getKey()), out);
      out.append(": ");
      if (!compact(entry.getValue(), out, limit) || out.length() > limit) {
        return false;
      }
      before = ", ";
    }
    out.append(map.isEmpty() ? "{}" : "}");
    return true;
  }

  private static boolean compactList(List<?> list, StringBuilder out, int limit) {
    String before = "[";
    for (Object item : list) {
      out.append(before);
      if (!compact(item, out, limit) || out.length() > limit) {
        return false;
      }
      before = ", ";
    }
    out.append(list.isEmpty() ? "[]" : "]");
    return true;
  }

  private static void scalar(@Nullable Object value, StringBuilder out) {
    if (value == null || value instanceof Boolean || value instanceof Number) {
      out.append(value);
    } else {
      quote(value.toString(), out);
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int known = "\"\\\n\r\t".indexOf(c);
      if (known >= 0) {
        out.append('\\').append("\"\\nrt".charAt(known));
      } else if (c < ' ' || Character.isSurrogate(c) || c == 0x7f) {
        out.append("\\u").append(hex(c >> 8)).append(hex(c & 0xff));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  private static String hex(int value) {
    return "" + HEX.charAt(value >> 4) + HEX.charAt(value & 0xf);
  }
}
