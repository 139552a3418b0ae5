package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.RejectWith;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Verdict;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code -j REJECT}: answers the packet, and drops it.
 *
 * @param with what it answers with
 */
public record Reject(RejectWith with) implements Target {
  private static final Set<TableName> TABLES = EnumSet.of(TableName.FILTER);
  private static final Set<Hook> HOOKS = EnumSet.of(Hook.INPUT, Hook.FORWARD, Hook.OUTPUT);

  @Override
  public int apply(Skb skb, RuleContext context) {
    context.reject(skb, with);
    return Verdict.DROP;
  }

  @Override
  public String effect() {
    return "reject with " + with.optionName();
  }

  @Override
  public Set<TableName> tables() {
    return Collections.unmodifiableSet(TABLES);
  }

  @Override
  public Set<Hook> hooks() {
    return Collections.unmodifiableSet(HOOKS);
  }
}
