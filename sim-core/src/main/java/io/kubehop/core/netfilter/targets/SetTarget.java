package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Undecidable;
import io.kubehop.core.netfilter.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * {@code -j SET}: changes an IP set.
 *
 * @param action what to do
 * @param name the set
 * @param directions one letter for each dimension: {@code s} takes the source, {@code d} the
 *     destination
 * @param replace {@code --exist}: a known entry gets the new time-out
 * @param timeout {@code --timeout} in seconds; -1 for the set's own
 */
public record SetTarget(
    Action action, String name, String directions, boolean replace, long timeout)
    implements Target {

  /** What to do. */
  public enum Action {
    /** {@code --add-set}. */
    ADD,
    /** {@code --del-set}. */
    DELETE
  }

  @Override
  public int apply(Skb skb, RuleContext context) {
    if (action == Action.ADD) {
      context.addToSet(name, skb, directions, replace, timeout);
    } else {
      context.removeFromSet(name, skb, directions);
    }
    return Verdict.CONTINUE;
  }

  @Override
  public String effect() {
    return (action == Action.ADD ? "add to set " : "delete from set ") + name;
  }

  @Override
  public boolean canBeUndecidable() {
    return true;
  }

  @Override
  public @Nullable Undecidable undecidable(RuleContext context) {
    return context.hasSet(name)
        ? null
        : new Undecidable("target `-j SET`", "names set " + name + ", whose content is not given");
  }
}
