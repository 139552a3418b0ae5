package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Verdict;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * {@code -j TTL}, and {@code -j HL} for IPv6.
 *
 * @param change how to change it
 * @param value to what, or by how much
 */
public record SetTtl(Change change, int value) implements Target {

  /** How to change it. */
  public enum Change {
    /** {@code --ttl-set}. */
    SET,
    /** {@code --ttl-inc}. */
    INCREASE,
    /** {@code --ttl-dec}. */
    DECREASE
  }

  @Override
  public int apply(Skb skb, RuleContext context) {
    int ttl = skb.packet().ttl();
    skb.packet()
        .setTtl(
            switch (change) {
              case SET -> value;
              case INCREASE -> Math.min(255, ttl + value);
              case DECREASE -> Math.max(0, ttl - value);
            });
    return Verdict.CONTINUE;
  }

  @Override
  public String effect() {
    return change.name().toLowerCase(Locale.ROOT) + " TTL " + value;
  }

  @Override
  public Set<TableName> tables() {
    return EnumSet.of(TableName.MANGLE);
  }
}
