package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;

/**
 * {@code -j NFLOG}: hands a copy to user space, where nobody listens.
 *
 * @param group {@code --nflog-group}
 * @param prefix {@code --nflog-prefix}; empty if none
 * @param range {@code --nflog-range}, {@code --nflog-size}: bytes to copy; -1 if not given
 * @param size whether the number was given as {@code --nflog-size}
 * @param threshold {@code --nflog-threshold}; 0 if not given
 */
public record Nflog(int group, String prefix, long range, boolean size, int threshold)
    implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    return Verdict.CONTINUE;
  }

  @Override
  public String effect() {
    return "NFLOG to group " + group;
  }
}
