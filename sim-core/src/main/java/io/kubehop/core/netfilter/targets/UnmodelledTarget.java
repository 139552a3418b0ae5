package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Undecidable;
import io.kubehop.core.netfilter.Verdict;

/**
 * A target extension of iptables that is not modelled: kept as it was written, and never decided.
 *
 * @param name as {@code -j} takes it
 * @param options the words of its options, quoted where they must be
 */
public record UnmodelledTarget(String name, String options) implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    return Verdict.UNDECIDED;
  }

  @Override
  public String effect() {
    return name;
  }

  @Override
  public boolean canBeUndecidable() {
    return true;
  }

  @Override
  public Undecidable undecidable(RuleContext context) {
    return new Undecidable("target `-j " + name + "`", "is not modelled");
  }
}
