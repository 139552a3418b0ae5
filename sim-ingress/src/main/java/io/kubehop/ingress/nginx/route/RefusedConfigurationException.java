package io.kubehop.ingress.nginx.route;

import io.kubehop.ingress.api.RuleRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says that nginx would not load a configuration, and because of which rule. */
public final class RefusedConfigurationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable RuleRef rule;

  RefusedConfigurationException(String why, @Nullable RuleRef rule) {
    super(why);
    this.rule = rule;
  }

  /** The rule; absent if no single one is at fault. */
  public Optional<RuleRef> rule() {
    return Optional.ofNullable(rule);
  }

  /** Why, in the words of nginx. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
