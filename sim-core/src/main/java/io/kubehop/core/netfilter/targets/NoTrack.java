package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import java.util.EnumSet;
import java.util.Set;

/** {@code -j NOTRACK}: the packet is not tracked. The same as {@code -j CT --notrack}. */
public record NoTrack() implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    return Ct.NOTRACK.apply(skb, context);
  }

  @Override
  public String effect() {
    return Ct.NOTRACK.effect();
  }

  @Override
  public Set<TableName> tables() {
    return EnumSet.of(TableName.RAW);
  }
}
