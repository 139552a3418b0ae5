package io.kubehop.core.netfilter.targets;

import io.kubehop.core.conntrack.CtState;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Undecidable;
import io.kubehop.core.netfilter.Verdict;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code -j CT}: how the packet is to be tracked. Only {@code --notrack} is modelled; helpers and
 * event masks change nothing here; zones cannot be decided.
 *
 * @param notrack {@code --notrack}
 * @param options all options, as written
 * @param zone whether one of them is a zone
 */
public record Ct(boolean notrack, String options, boolean zone) implements Target {
  private static final Set<TableName> TABLES =
      Collections.unmodifiableSet(EnumSet.of(TableName.RAW));

  /** {@code -j CT --notrack}. */
  public static final Ct NOTRACK = new Ct(true, "--notrack", false);

  @Override
  public int apply(Skb skb, RuleContext context) {
    if (notrack && skb.ctState() == CtState.NONE) {
      context.untrack(skb);
    }
    return Verdict.CONTINUE;
  }

  @Override
  public String effect() {
    return notrack ? "do not track" : "track with " + options;
  }

  @Override
  public Set<TableName> tables() {
    return TABLES;
  }

  @Override
  public boolean needsConntrack() {
    return !notrack;
  }

  @Override
  public boolean canBeUndecidable() {
    return zone;
  }

  @Override
  public @Nullable Undecidable undecidable(RuleContext context) {
    return zone ? new Undecidable("target `-j CT --zone`", "is not modelled") : null;
  }
}
