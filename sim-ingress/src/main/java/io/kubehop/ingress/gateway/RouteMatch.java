package io.kubehop.ingress.gateway;

import io.kubehop.service.api.HTTPRoute;
import io.kubehop.service.api.HTTPRoute.Condition;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of a rule that all have to hold. A regular expression has to match a whole value; one
 * that is none matches nothing.
 */
record RouteMatch(HTTPRoute.Match match) {
  private static final String EXACT = "Exact";
  private static final String REGEX = "RegularExpression";

  /**
   * Which goes first of those that match (HTTPRouteRule.matches): an exact path, the longest
   * prefix, a method, the most header fields, the most parameters.
   */
  static final Comparator<RouteMatch> PRECEDENCE =
      Comparator.comparing(RouteMatch::rank)
          .thenComparing(Comparator.comparing(RouteMatch::length).reversed())
          .thenComparing(each -> each.match.method().isEmpty())
          .thenComparing(
              Comparator.comparing((RouteMatch each) -> each.headers().size()).reversed())
          .thenComparing(
              Comparator.comparing((RouteMatch each) -> each.parameters().size()).reversed());

  private int rank() {
    return switch (match.path().type()) {
      case EXACT -> 0;
      case REGEX -> 1;
      default -> 2;
    };
  }

  private int length() {
    return match.path().value().length();
  }

  /** The prefix that the path has, without a final slash; empty if the rule is for none. */
  String prefix() {
    return match.path().type().equals("PathPrefix") ? withoutSlash(match.path().value()) : "";
  }

  private static String withoutSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** Why it does not match a request; null if it does. */
  @Nullable String miss(RequestView view) {
    if (!path(view.path())) {
      return "the path is another";
    }
    if (!match.method().isEmpty() && !match.method().equals(view.request().method())) {
      return "the method is not " + match.method();
    }
    for (Condition header : headers().values()) {
      if (!holds(header, view.request().headers().first(header.name()))) {
        return "header " + header.name() + " does not fit";
      }
    }
    for (Condition parameter : parameters().values()) {
      if (!holds(parameter, view.parameter(parameter.name()))) {
        return "query parameter " + parameter.name() + " does not fit";
      }
    }
    return null;
  }

  private boolean path(String path) {
    String wanted = match.path().value();
    return switch (match.path().type()) {
      case EXACT -> path.equals(wanted);
      case REGEX -> matches(wanted, path);
      default -> path.equals(prefix()) || path.startsWith(prefix() + "/");
    };
  }

  /** Of several conditions for one field the first counts. */
  private Map<String, Condition> headers() {
    Map<String, Condition> first = new LinkedHashMap<>();
    match.headers().forEach(each -> first.putIfAbsent(each.name().toLowerCase(Locale.ROOT), each));
    return first;
  }

  private Map<String, Condition> parameters() {
    Map<String, Condition> first = new LinkedHashMap<>();
    match.queryParams().forEach(each -> first.putIfAbsent(each.name(), each));
    return first;
  }

  private static boolean holds(Condition condition, @Nullable String value) {
    if (value == null) {
      return false;
    }
    return condition.type().equals(REGEX)
        ? matches(condition.value(), value)
        : condition.value().equals(value);
  }

  private static boolean matches(String expression, String value) {
    try {
      return Pattern.compile(expression).matcher(value).matches();
    } catch (PatternSyntaxException none) {
      return false;
    }
  }

  /** {@code PathPrefix /cart}, and what else it asks for. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(match.path().type() + " " + match.path().value());
    if (!match.method().isEmpty()) {
      text.append(", method ").append(match.method());
    }
    names("header", List.copyOf(headers().values()), text);
    names("parameter", List.copyOf(parameters().values()), text);
    return text.toString();
  }

  private static void names(String what, List<Condition> conditions, StringBuilder text) {
    conditions.forEach(each -> text.append(", ").append(what).append(' ').append(each.name()));
  }
}
