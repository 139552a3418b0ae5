package io.kubehop.core.netfilter.targets;

import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code -j REDIRECT}: translates the destination to this host: its loopback address for its own
 * packets, else the first address of the incoming interface (net/netfilter/nf_nat_redirect.c).
 *
 * @param range what to translate to
 */
public record Redirect(NatRange range) implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    IpAddress address = own(skb, context);
    return address == null
        ? Verdict.DROP
        : NatTarget.translate(skb, context, NatKind.DESTINATION, range, address);
  }

  private static @Nullable IpAddress own(Skb skb, RuleContext context) {
    boolean v4 = skb.packet().isV4();
    String device = skb.inDevice();
    if (skb.hook() == Hook.OUTPUT) {
      return v4 ? IpAddress.LOOPBACK_V4 : IpAddress.LOOPBACK_V6;
    }
    return device == null ? null : context.firstAddress(device, v4);
  }

  @Override
  public String effect() {
    return "redirect to this host" + NatTarget.text(range);
  }

  @Override
  public Set<TableName> tables() {
    return NatTarget.TABLES;
  }

  @Override
  public Set<Hook> hooks() {
    return NatTarget.DESTINATION_HOOKS;
  }

  @Override
  public boolean needsConntrack() {
    return true;
  }
}
