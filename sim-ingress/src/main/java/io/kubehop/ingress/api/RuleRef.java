package io.kubehop.ingress.api;

import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.ObjectKey;

/**
 * The rule of an Ingress that something was made from.
 *
 * @param ingress the Ingress
 * @param path the field, such as {@code spec.rules[0].http.paths[1]}
 */
public record RuleRef(ObjectKey ingress, String path) {

  /** One path of a rule. */
  public static RuleRef ofPath(Ingress ingress, int rule, int path) {
    return new RuleRef(ingress.key(), "spec.rules[" + rule + "].http.paths[" + path + "]");
  }

  /** One rule. */
  public static RuleRef ofRule(Ingress ingress, int rule) {
    return new RuleRef(ingress.key(), "spec.rules[" + rule + "]");
  }

  /** The default backend. */
  public static RuleRef ofDefaultBackend(Ingress ingress) {
    return new RuleRef(ingress.key(), "spec.defaultBackend");
  }

  /** {@code Ingress/shop/web spec.rules[0].http.paths[1]}. */
  @Override
  public String toString() {
    return ingress + " " + path;
  }
}
