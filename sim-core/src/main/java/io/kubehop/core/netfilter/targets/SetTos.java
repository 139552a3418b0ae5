package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Verdict;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code -j TOS}: sets the type-of-service byte: clear the bits of the mask, then XOR the value.
 *
 * @param value what to XOR
 * @param mask what to clear first
 */
public record SetTos(int value, int mask) implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    skb.packet().setTos(((skb.packet().tos() & ~mask) ^ value) & 0xff);
    return Verdict.CONTINUE;
  }

  @Override
  public String effect() {
    return "set TOS to 0x" + Integer.toHexString(value);
  }

  @Override
  public Set<TableName> tables() {
    return EnumSet.of(TableName.MANGLE);
  }
}
