package io.kubehop.dns.gotext;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;

/** The functions that templates may call: some of Go's own, and parseInt of CoreDNS. */
final class Functions {
  static final Set<String> NAMES = ImmutableSet.of("index", "parseInt", "len", "print", "printf");

  private Functions() {}

  static Object call(String function, List<Object> args) {
    return switch (function) {
      case "index" -> index(args);
      case "parseInt" -> Long.parseUnsignedLong(args.get(0).toString(), base(args));
      case "len" -> (long) length(args.get(0));
      case "print" -> String.join("", args.stream().map(Object::toString).toList());
      default -> printf(args);
    };
  }

  private static Object index(List<Object> args) {
    Object value = args.get(0);
    for (Object key : args.subList(1, args.size())) {
      value = Values.at(value, key);
    }
    return value;
  }

  private static int base(List<Object> args) {
    int base = args.size() > 1 && args.get(1) instanceof Long number ? (int) (long) number : 10;
    return base == 0 ? 10 : base;
  }

  private static int length(Object value) {
    return value instanceof List<?> list ? list.size() : value.toString().length();
  }

  /** The verbs s, v, d and x, without flags. */
  private static String printf(List<Object> args) {
    String format = args.get(0).toString();
    StringBuilder out = new StringBuilder();
    int next = 1;
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        out.append(c);
        continue;
      }
      char verb = format.charAt(++i);
      out.append(verb == '%' ? "%" : formatted(verb, args.get(next++)));
    }
    return out.toString();
  }

  private static String formatted(char verb, Object value) {
    return verb == 'x' && value instanceof Long number
        ? Long.toHexString(number)
        : value.toString();
  }
}
