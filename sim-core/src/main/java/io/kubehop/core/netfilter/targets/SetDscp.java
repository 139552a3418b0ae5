package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Verdict;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code -j DSCP}: sets the upper six bits of the type-of-service byte.
 *
 * @param value what to set
 */
public record SetDscp(int value) implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    skb.packet().setTos((skb.packet().tos() & 3) | (value << 2));
    return Verdict.CONTINUE;
  }

  @Override
  public String effect() {
    return "set DSCP to 0x" + Integer.toHexString(value);
  }

  @Override
  public Set<TableName> tables() {
    return EnumSet.of(TableName.MANGLE);
  }
}
