package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;

/** The targets that need no extension. */
public enum StandardTarget implements Target {
  /** The table is done with the packet; it goes on. */
  ACCEPT(Verdict.ACCEPT, "accept"),
  /** The packet ends here. */
  DROP(Verdict.DROP, "drop"),
  /** Back to the calling chain, or to the policy. */
  RETURN(Verdict.RETURN, "return"),
  /** A rule without {@code -j}: on with the next one. */
  FALL_THROUGH(Verdict.CONTINUE, "go on");

  private final int verdict;
  private final String effect;

  StandardTarget(int verdict, String effect) {
    this.verdict = verdict;
    this.effect = effect;
  }

  @Override
  public int apply(Skb skb, RuleContext context) {
    return verdict;
  }

  @Override
  public int verdict() {
    return verdict;
  }

  @Override
  public String effect() {
    return effect;
  }
}
