package io.kubehop.ingress.nginx.route;

import io.kubehop.ingress.nginx.uri.Pcre;
import io.kubehop.ingress.nginx.uri.PcreException;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A {@code rewrite} directive: a path that matches somewhere is replaced as a whole
 * (ngx_http_rewrite_module).
 */
public final class RewriteRule {
  private final Pcre expression;
  private final Template target;

  private RewriteRule(Pcre expression, Template target) {
    this.expression = expression;
    this.target = target;
  }

  static RewriteRule compile(String path, String target) throws PcreException {
    return new RewriteRule(Pcre.compile(path, true), Template.parse(target));
  }

  /** The target with its variables. */
  public Template target() {
    return target;
  }

  /** Whether the target is another site, so that the client is redirected. */
  public boolean isRedirect() {
    String text = target.toString();
    return text.startsWith("http://") || text.startsWith("https://") || text.startsWith("$scheme");
  }

  /**
   * The new path, or null if the expression does not match.
   *
   * @param path the path as locations compare it
   * @param variables the value of each variable by name
   * @param captured how a group that was captured is written
   */
  public @Nullable String apply(
      String path, Function<String, String> variables, Function<String, String> captured) {
    Matcher matcher = expression.find(path);
    if (matcher == null) {
      return null;
    }
    return target.fill(
        name -> {
          boolean group = name.length() == 1 && name.charAt(0) >= '0' && name.charAt(0) <= '9';
          return group
              ? captured.apply(group(matcher, name.charAt(0) - '0'))
              : variables.apply(name);
        });
  }

  private static String group(Matcher matcher, int number) {
    String value = number <= matcher.groupCount() ? matcher.group(number) : null;
    return value == null ? "" : value;
  }
}
