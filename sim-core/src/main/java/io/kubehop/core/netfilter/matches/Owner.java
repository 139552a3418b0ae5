package io.kubehop.core.netfilter.matches;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m owner}: who owns the socket that sent the packet. Of a packet without a socket, only
 * what is inverted holds (net/netfilter/xt_owner.c), and of one from a socket of the kernel's own,
 * that there is one.
 *
 * @param user {@code --uid-owner}, or null
 * @param group {@code --gid-owner}, or null
 * @param socketExists {@code --socket-exists}: TRUE; {@code ! --socket-exists}: FALSE; or null
 * @param supplementary {@code --suppl-groups}
 */
public record Owner(
    @Nullable IdRange user,
    @Nullable IdRange group,
    @Nullable Boolean socketExists,
    boolean supplementary)
    implements Match {

  /**
   * Numbers of users or groups.
   *
   * @param inverted whether it must be none of them
   * @param from the first
   * @param to the last
   */
  public record IdRange(boolean inverted, long from, long to) {
    boolean contains(int id) {
      long number = Integer.toUnsignedLong(id);
      return (number >= from && number <= to) != inverted;
    }
  }

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    if (!skb.hasSocket()) {
      return (user == null || user.inverted())
          && (group == null || group.inverted())
          && (socketExists == null || !socketExists);
    }
    boolean owned = skb.hasOwner();
    return (socketExists == null || socketExists)
        && (user == null || (owned ? user.contains(skb.socketUid()) : user.inverted()))
        && (group == null || (owned ? group.contains(skb.socketGid()) : group.inverted()));
  }

  @Override
  public Set<Hook> hooks() {
    return EnumSet.of(Hook.OUTPUT, Hook.POSTROUTING);
  }
}
