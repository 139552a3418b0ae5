package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Undecidable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rule does with a packet that all its matches are met by. Immutable.
 *
 * <p>Every effect on the packet, its connection or the host happens in {@link #apply}.
 */
public sealed interface Target
    permits Checksum,
        Classify,
        ConnMarkTarget,
        Ct,
        Dnat,
        Goto,
        Jump,
        Log,
        Masquerade,
        Netmap,
        Nflog,
        NoTrack,
        Redirect,
        Reject,
        SetDscp,
        SetMark,
        SetTarget,
        SetTos,
        SetTtl,
        Snat,
        StandardTarget,
        TcpMss,
        Trace,
        UnmodelledTarget {

  /** Acts, and says how to go on: a value of {@link io.kubehop.core.netfilter.Verdict}. */
  int apply(Skb skb, RuleContext context);

  /** What {@link #apply} says if it does nothing else, whatever the packet; -1 if it acts. */
  default int verdict() {
    return -1;
  }

  /** What it does, in a few words, such as {@code DNAT to 10.0.0.1:80}. */
  String effect();

  /** The tables that the kernel takes it in. */
  default Set<TableName> tables() {
    return TableName.ALL;
  }

  /** The hooks that the kernel takes it at, be it in a chain that is called from there. */
  default Set<Hook> hooks() {
    return Hook.ALL;
  }

  /** Whether the rule makes the host track connections. */
  default boolean needsConntrack() {
    return false;
  }

  /** The chain that it leads to, or null. */
  default @Nullable String chain() {
    return null;
  }

  /** Whether {@link #undecidable} can ever answer. */
  default boolean canBeUndecidable() {
    return false;
  }

  /** Why this host cannot tell what it does; null if it can. */
  default @Nullable Undecidable undecidable(RuleContext context) {
    return null;
  }
}
