package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Verdict;
import java.util.EnumSet;
import java.util.Set;

/** {@code -j TRACE}: the kernel reports the packet's further way. */
public record Trace() implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    return Verdict.CONTINUE;
  }

  @Override
  public String effect() {
    return "trace";
  }

  @Override
  public Set<TableName> tables() {
    return EnumSet.of(TableName.RAW);
  }
}
