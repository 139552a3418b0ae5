package io.kubehop.ingress.generic;

import io.kubehop.ingress.api.RuleRef;
import io.kubehop.service.api.IngressBackend;

/**
 * One path of a host.
 *
 * @param path the path
 * @param exact whether the whole path must be equal; otherwise whole elements from the start
 * @param backend where requests go
 * @param rule the rule of the Ingress
 */
record PathRule(String path, boolean exact, IngressBackend backend, RuleRef rule) {

  /** Whether a request's path matches; a final slash of a prefix does not matter. */
  boolean matches(String requested) {
    if (exact) {
      return requested.equals(path);
    }
    String prefix = withoutFinalSlash(path);
    return requested.startsWith(prefix)
        && (requested.length() == prefix.length() || requested.charAt(prefix.length()) == '/');
  }

  /** How much of a path it covers. */
  int length() {
    return exact ? path.length() : withoutFinalSlash(path).length();
  }

  private static String withoutFinalSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** {@code /cart Prefix of Ingress/shop/web spec.rules[0].http.paths[1]}. */
  @Override
  public String toString() {
    return path + (exact ? " Exact of " : " Prefix of ") + rule;
  }
}
