package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Undecidable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a rule: a match extension with its options, or one of the header fields that
 * every rule can name ({@code -s -d -i -o -p -f}). Immutable; what an extension counts is kept by
 * the host, in its {@link io.kubehop.core.netfilter.RuleState}.
 */
public sealed interface Match
    permits AddrType,
        Comment,
        ConnMark,
        Conntrack,
        Destination,
        Dscp,
        Fragment,
        Icmp,
        InInterface,
        IpProtocol,
        IpRange,
        IpvsMatch,
        Length,
        Limit,
        Mac,
        Mark,
        Multiport,
        NfAcct,
        OutInterface,
        Owner,
        Physdev,
        PktType,
        Ports,
        Quota,
        Recent,
        RpFilter,
        SetMatch,
        SocketMatch,
        Source,
        State,
        StatisticNth,
        StatisticRandom,
        Tcp,
        Tos,
        Ttl,
        UnmodelledMatch {

  /**
   * Whether the packet meets the condition. A rule asks its matches from left to right and stops at
   * the first that is not met.
   *
   * @param site under which the host keeps what this match counts
   */
  boolean matches(Skb skb, RuleContext context, MatchSite site);

  /** Whether asking leaves something behind: a count, a list entry, a random number used up. */
  default boolean hasSideEffects() {
    return false;
  }

  /**
   * Whether every packet of which so much is known meets the condition, so that it need not be
   * asked.
   */
  default boolean isImpliedBy(PacketKey known) {
    return false;
  }

  /**
   * Tells an index which single address, protocol or port a packet must have; says nothing by
   * default.
   */
  default void narrow(PacketKey key) {}

  /**
   * Whether the rule makes the host track connections (nf_ct_netns_get in the extension's
   * checkentry).
   */
  default boolean needsConntrack() {
    return false;
  }

  /** The tables that the kernel takes it in. */
  default Set<TableName> tables() {
    return TableName.ALL;
  }

  /** The hooks that the kernel takes it at, be it in a chain that is called from there. */
  default Set<Hook> hooks() {
    return Hook.ALL;
  }

  /** Whether {@link #undecidable} can ever answer. */
  default boolean canBeUndecidable() {
    return false;
  }

  /** Why this host cannot tell whether a packet meets the condition; null if it can. */
  default @Nullable Undecidable undecidable(Skb skb, RuleContext context) {
    return null;
  }
}
