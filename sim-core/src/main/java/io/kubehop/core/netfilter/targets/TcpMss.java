package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code -j TCPMSS}: changes the maximum segment size in a SYN, on which nothing here depends.
 *
 * @param size {@code --set-mss}; -1 for {@code --clamp-mss-to-pmtu}
 */
public record TcpMss(int size) implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    return Verdict.CONTINUE;
  }

  @Override
  public String effect() {
    return size < 0 ? "clamp MSS to path MTU" : "set MSS to " + size;
  }

  @Override
  public Set<Hook> hooks() {
    return size < 0 ? EnumSet.of(Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING) : Hook.ALL;
  }
}
