package io.kubehop.dns.gotext;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the inside of an action: values, functions with arguments, parentheses, pipelines. */
final class ExpressionParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\"(?:\\\\.|[^\"\\\\])*\"|`[^`]*`|-?[0-9]+|(?:\\.[A-Za-z0-9_]+)+|\\.|[A-Za-z]+|[()|])");

  private final String action;
  private final List<String> tokens = new ArrayList<>();
  private int position;

  ExpressionParser(String action) {
    this.action = action;
    Matcher matcher = TOKEN.matcher(action.stripTrailing());
    int done = 0;
    while (done < matcher.regionEnd() && matcher.find(done) && matcher.start() == done) {
      tokens.add(matcher.group(1));
      done = matcher.end();
    }
    if (done < action.stripTrailing().length()) {
      throw unsupported();
    }
  }

  Expression parse() {
    Expression parsed = pipeline();
    if (position < tokens.size()) {
      throw unsupported();
    }
    return parsed;
  }

  /** Each stage gets the value of the one before as its last argument. */
  private Expression pipeline() {
    Expression value = command(null);
    while (position < tokens.size() && tokens.get(position).equals("|")) {
      position++;
      value = command(value);
    }
    return value;
  }

  private Expression command(@Nullable Expression last) {
    if (position == tokens.size()) {
      throw unsupported();
    }
    String token = tokens.get(position);
    if (!Functions.NAMES.contains(token)) {
      if (last != null) {
        throw unsupported();
      }
      return operand();
    }
    position++;
    List<Expression> args = new ArrayList<>();
    while (position < tokens.size()
        && !tokens.get(position).equals(")")
        && !tokens.get(position).equals("|")) {
      args.add(operand());
    }
    if (last != null) {
      args.add(last);
    }
    if (args.isEmpty()) {
      throw unsupported();
    }
    return new Expression.Call(token, List.copyOf(args));
  }

  private Expression operand() {
    String token = tokens.get(position++);
    char first = token.charAt(0);
    if (first == '(') {
      Expression inner = pipeline();
      if (position == tokens.size() || !tokens.get(position++).equals(")")) {
        throw unsupported();
      }
      return inner;
    } else if (first == '"' || first == '`') {
      return new Expression.Literal(unquoted(token));
    } else if (first == '-' || Character.isDigit(first)) {
      return new Expression.Literal(Long.parseLong(token));
    } else if (first == '.') {
      return new Expression.Path(
          token.equals(".") ? List.of() : List.of(token.substring(1).split("\\.")));
    }
    throw unsupported();
  }

  private static String unquoted(String token) {
    String inner = token.substring(1, token.length() - 1);
    return token.charAt(0) == '`' ? inner : inner.replaceAll("\\\\(.)", "$1");
  }

  private IllegalArgumentException unsupported() {
    return new IllegalArgumentException("the template action '{{" + action + "}}' is not modelled");
  }
}
