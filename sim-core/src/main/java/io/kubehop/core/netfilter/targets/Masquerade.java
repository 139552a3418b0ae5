package io.kubehop.core.netfilter.targets;

import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Verdict;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code -j MASQUERADE}: translates the source to the address of the outgoing interface.
 *
 * @param range what to translate to
 */
public record Masquerade(NatRange range) implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    IpAddress address = context.masqueradeAddress(skb);
    return address == null
        ? Verdict.DROP
        : NatTarget.translate(skb, context, NatKind.SOURCE, range, address);
  }

  @Override
  public String effect() {
    return "masquerade" + (range.mapsPorts() ? " to ports " + NatTarget.text(range) : "");
  }

  @Override
  public Set<TableName> tables() {
    return NatTarget.TABLES;
  }

  @Override
  public Set<Hook> hooks() {
    return EnumSet.of(Hook.POSTROUTING);
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
