package io.kubehop.core.netfilter.targets;

import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Verdict;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What the targets of the nat table have in common. */
final class NatTarget {
  static final Set<TableName> TABLES = Collections.unmodifiableSet(EnumSet.of(TableName.NAT));
  static final Set<Hook> DESTINATION_HOOKS =
      Collections.unmodifiableSet(EnumSet.of(Hook.PREROUTING, Hook.OUTPUT));
  static final Set<Hook> SOURCE_HOOKS =
      Collections.unmodifiableSet(EnumSet.of(Hook.POSTROUTING, Hook.INPUT));

  private NatTarget() {}

  /** Sets the translation up: with it the table is done. */
  static int translate(Skb skb, RuleContext context, NatKind kind, NatRange range) {
    return context.translate(skb, kind, range) ? Verdict.ACCEPT : Verdict.DROP;
  }

  /** Sets a translation to one address up, which takes the place of those of the range. */
  static int translate(
      Skb skb, RuleContext context, NatKind kind, NatRange range, IpAddress address) {
    return context.translate(skb, kind, range, address) ? Verdict.ACCEPT : Verdict.DROP;
  }

  /** Addresses and ports of a range: {@code 10.0.0.1-10.0.0.9:80}. */
  static String text(NatRange range) {
    StringBuilder text = new StringBuilder();
    if (range.minAddress() != null) {
      boolean brackets = range.mapsPorts() && !range.minAddress().isV4();
      text.append(brackets ? "[" : "").append(range.minAddress());
      if (!range.minAddress().equals(range.maxAddress())) {
        text.append('-').append(range.maxAddress());
      }
      text.append(brackets ? "]" : "");
    }
    if (range.mapsPorts()) {
      text.append(':').append(range.minPort());
      if (range.maxPort() != range.minPort()) {
        text.append('-').append(range.maxPort());
      }
    }
    return text.toString();
  }
}
