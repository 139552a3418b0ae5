package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import io.kubehop.core.netfilter.Verdict;
import java.util.EnumSet;
import java.util.Set;

/** {@code -j CHECKSUM --checksum-fill}: packets here have no checksums. */
public record Checksum() implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    return Verdict.CONTINUE;
  }

  @Override
  public String effect() {
    return "fill in the checksum";
  }

  @Override
  public Set<TableName> tables() {
    return EnumSet.of(TableName.MANGLE);
  }
}
