package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m ttl}, and {@code -m hl} for IPv6.
 *
 * @param comparison how to compare
 * @param value with what
 */
public record Ttl(Comparison comparison, int value) implements Match {

  /** How to compare. */
  public enum Comparison {
    /** {@code --ttl-eq}. */
    EQUAL,
    /** {@code ! --ttl-eq}. */
    NOT_EQUAL,
    /** {@code --ttl-lt}. */
    LESS,
    /** {@code --ttl-gt}. */
    GREATER
  }

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    int ttl = skb.packet().ttl();
    return switch (comparison) {
      case EQUAL -> ttl == value;
      case NOT_EQUAL -> ttl != value;
      case LESS -> ttl < value;
      case GREATER -> ttl > value;
    };
  }
}
