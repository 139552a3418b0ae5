package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.TableName;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code -m rpfilter}: whether an answer would leave by the interface that the packet came in by.
 *
 * @param loose {@code --loose}: by any interface
 * @param validMark {@code --validmark}: the answer has the packet's mark
 * @param acceptLocal {@code --accept-local}: own source addresses pass
 * @param inverted {@code --invert}
 */
public record RpFilter(boolean loose, boolean validMark, boolean acceptLocal, boolean inverted)
    implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return context.reversePathValid(skb, loose, validMark, acceptLocal) != inverted;
  }

  @Override
  public Set<Hook> hooks() {
    return EnumSet.of(Hook.PREROUTING);
  }

  @Override
  public Set<TableName> tables() {
    return EnumSet.of(TableName.RAW, TableName.MANGLE);
  }
}
