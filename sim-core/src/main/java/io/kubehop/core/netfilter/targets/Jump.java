package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;

/**
 * {@code -j CHAIN}. Walks another chain, then comes back.
 *
 * @param chain its name
 */
public record Jump(String chain) implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    return Verdict.JUMP;
  }

  @Override
  public int verdict() {
    return Verdict.JUMP;
  }

  @Override
  public String effect() {
    return "jump " + chain;
  }
}
