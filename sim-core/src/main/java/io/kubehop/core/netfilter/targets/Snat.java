package io.kubehop.core.netfilter.targets;

import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import java.util.Set;

/**
 * {@code -j SNAT}: translates the source of the connection.
 *
 * @param range what to translate to
 */
public record Snat(NatRange range) implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    return NatTarget.translate(skb, context, NatKind.SOURCE, range);
  }

  @Override
  public String effect() {
    return "SNAT to " + NatTarget.text(range);
  }

  @Override
  public Set<TableName> tables() {
    return NatTarget.TABLES;
  }

  @Override
  public Set<Hook> hooks() {
    return NatTarget.SOURCE_HOOKS;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
