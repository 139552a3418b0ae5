package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code -m socket}: whether a local socket waits for the packet.
 *
 * @param transparent {@code --transparent}: only transparent sockets count
 * @param noWildcard {@code --nowildcard}: sockets bound to the unspecified address count too
 * @param restoreMark {@code --restore-skmark}: take over the socket's mark, which is 0 here
 */
public record SocketMatch(boolean transparent, boolean noWildcard, boolean restoreMark)
    implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    boolean found = context.hasMatchingSocket(skb, noWildcard, transparent);
    if (found && restoreMark) {
      skb.setMark(0);
    }
    return found;
  }

  @Override
  public boolean hasSideEffects() {
    return restoreMark;
  }

  @Override
  public Set<Hook> hooks() {
    return EnumSet.of(Hook.PREROUTING, Hook.INPUT);
  }
}
