package io.kubehop.core.netfilter.targets;

import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code -j NETMAP}: translates the prefix of an address and keeps the rest; of the destination
 * before routing, of the source after.
 *
 * @param range what to translate to
 */
public record Netmap(NatRange range) implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    boolean before = skb.hook() == Hook.PREROUTING || skb.hook() == Hook.OUTPUT;
    NatKind kind = before ? NatKind.DESTINATION : NatKind.SOURCE;
    return NatTarget.translate(skb, context, kind, range);
  }

  @Override
  public String effect() {
    return "NETMAP to " + range.minAddress() + "/" + range.netmapPrefixLength();
  }

  @Override
  public Set<TableName> tables() {
    return NatTarget.TABLES;
  }

  @Override
  public Set<Hook> hooks() {
    return EnumSet.of(Hook.PREROUTING, Hook.INPUT, Hook.OUTPUT, Hook.POSTROUTING);
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
