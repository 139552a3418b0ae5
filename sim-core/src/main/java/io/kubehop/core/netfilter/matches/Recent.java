package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RecentEntry;
import io.kubehop.core.netfilter.RecentList;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m recent}: a list of addresses with the times when they were seen
 * (net/netfilter/xt_recent.c).
 *
 * @param inverted {@code !} before the action
 * @param action what to do
 * @param name the list
 * @param seconds stamps older than that do not count; 0 if all do
 * @param hitCount how many stamps must count; 0 for one
 * @param reap {@code --reap}: take out the oldest address if it is older than that
 * @param rttl {@code --rttl}: the TTL must be that of the last packet too
 * @param destination {@code --rdest}: the list is of destinations, not of sources
 * @param mask which bits of addresses count, as an address
 */
public record Recent(
    boolean inverted,
    Action action,
    String name,
    long seconds,
    int hitCount,
    boolean reap,
    boolean rttl,
    boolean destination,
    IpAddress mask)
    implements Match {
  private static final long SECOND = 1_000_000_000;

  /** What to do with the address. */
  public enum Action {
    /** Add it, or refresh it. */
    SET,
    /** See whether it is listed. */
    RCHECK,
    /** The same, and refresh it if so. */
    UPDATE,
    /** Take it out. */
    REMOVE
  }

  /** The mask under which all bits of an address count. */
  public static IpAddress fullMask(IpFamily family) {
    return family == IpFamily.IPV4 ? IpAddress.ofV4(-1) : new IpAddress(-1, -1);
  }

  /** {@code --set} of the source address. */
  public static Recent set(String name, IpAddress mask) {
    return new Recent(false, Action.SET, name, 0, 0, false, false, false, mask);
  }

  /** {@code --rcheck} of the source address. */
  public static Recent check(String name, long seconds, boolean reap, IpAddress mask) {
    return new Recent(false, Action.RCHECK, name, seconds, 0, reap, false, false, mask);
  }

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    Packet packet = skb.packet();
    long high = (destination ? packet.destinationHigh() : packet.sourceHigh()) & mask.high();
    long low = (destination ? packet.destinationLow() : packet.sourceLow()) & mask.low();
    // A packet that is being forwarded had one more when it came in.
    int ttl = packet.ttl() + (skb.outDevice() != null && !skb.hasSocket() ? 1 : 0);
    RecentList list = context.ruleState().recentList(name);
    RecentEntry entry = list.find(high, low, rttl ? ttl : 0);
    if (entry == null) {
      if (action == Action.SET) {
        list.add(high, low, ttl, context.now());
      }
      return (action == Action.SET) != inverted;
    }
    return act(list, entry, ttl, context.now());
  }

  private boolean act(RecentList list, RecentEntry entry, int ttl, long now) {
    switch (action) {
      case SET -> {
        list.touch(entry, now, ttl);
        return !inverted;
      }
      case REMOVE -> {
        list.remove(entry);
        return !inverted;
      }
      default -> {
        long since = seconds == 0 ? Long.MIN_VALUE : now - seconds * SECOND;
        boolean matched = entry.wasSeen(since, hitCount) != inverted;
        boolean refresh = action == Action.UPDATE && matched;
        if (reap) {
          reap(list, since, refresh ? entry : null);
        }
        if (refresh) {
          list.touch(entry, now, ttl);
        }
        return matched;
      }
    }
  }

  private static void reap(RecentList list, long since, @Nullable RecentEntry kept) {
    RecentEntry oldest = list.oldest();
    if (oldest != null && oldest != kept && oldest.lastSeen() < since) {
      list.remove(oldest);
    }
  }

  @Override
  public boolean hasSideEffects() {
    return true;
  }
}
