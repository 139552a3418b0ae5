package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Undecidable;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m set}: whether the packet is in an IP set.
 *
 * @param inverted whether it must not be
 * @param name the set
 * @param directions one letter for each dimension: {@code s} takes the source, {@code d} the
 *     destination
 */
public record SetMatch(boolean inverted, String name, String directions) implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return context.isInSet(name, skb, directions) != inverted;
  }

  @Override
  public boolean canBeUndecidable() {
    return true;
  }

  @Override
  public @Nullable Undecidable undecidable(Skb skb, RuleContext context) {
    return context.hasSet(name)
        ? null
        : new Undecidable(
            "match `-m set --match-set " + name + "`", "names a set whose content is not given");
  }
}
