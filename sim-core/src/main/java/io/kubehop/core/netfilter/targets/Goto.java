package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;

/**
 * {@code -g CHAIN}. Walks another chain in place of this one.
 *
 * @param chain its name
 */
public record Goto(String chain) implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    return Verdict.GOTO;
  }

  @Override
  public int verdict() {
    return Verdict.GOTO;
  }

  @Override
  public String effect() {
    return "goto " + chain;
  }
}
