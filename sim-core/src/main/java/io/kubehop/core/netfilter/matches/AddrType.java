package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.AddressType;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m addrtype}: what the addresses are to this host.
 *
 * @param source the types the source may have; null if it is not asked for
 * @param destination the types the destination may have; null if it is not asked for
 * @param limit whether only addresses of one interface count as local
 */
public record AddrType(@Nullable Types source, @Nullable Types destination, Limit limit)
    implements Match {

  /** Which interface an address must be on. */
  public enum Limit {
    /** Any. */
    NONE,
    /** {@code --limit-iface-in}: the one that the packet came in by. */
    IN,
    /** {@code --limit-iface-out}: the one that it goes out by. */
    OUT
  }

  /**
   * Some types.
   *
   * @param inverted whether it must be none of them
   * @param mask a bit for each type, {@code 1 << ordinal()}
   */
  public record Types(boolean inverted, int mask) {

    /** The types that are listed. */
    public static Types of(AddressType... types) {
      int mask = 0;
      for (AddressType type : types) {
        mask |= 1 << type.ordinal();
      }
      return new Types(false, mask);
    }

    /** The same the other way round. */
    public Types negated() {
      return new Types(!inverted, mask);
    }

    boolean has(AddressType type) {
      return (mask & 1 << type.ordinal()) != 0;
    }
  }

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    Packet packet = skb.packet();
    String device =
        switch (limit) {
          case NONE -> null;
          case IN -> skb.inDevice();
          case OUT -> skb.outDevice();
        };
    return (source == null
            || holds(source, packet.sourceHigh(), packet.sourceLow(), device, context))
        && (destination == null
            || holds(
                destination, packet.destinationHigh(), packet.destinationLow(), device, context));
  }

  private static boolean holds(
      Types types, long high, long low, @Nullable String device, RuleContext context) {
    boolean found =
        IpAddress.isV4(high, low)
            ? types.has(context.addressType(high, low, device))
            : holdsV6(types, high, low, device, context);
    return found != types.inverted();
  }

  /**
   * For IPv6, unicast and multicast are asked of the address itself, the others of the routes, and
   * all must hold.
   */
  private static boolean holdsV6(
      Types types, long high, long low, @Nullable String device, RuleContext context) {
    boolean multicast = IpAddress.isMulticast(high, low);
    boolean unspecified = high == 0 && low == 0;
    if ((types.has(AddressType.MULTICAST) && !multicast)
        || (types.has(AddressType.UNICAST) && (multicast || unspecified))
        || (types.has(AddressType.UNSPEC) && !unspecified)) {
      return false;
    }
    boolean asksRoutes =
        types.has(AddressType.LOCAL)
            || types.has(AddressType.ANYCAST)
            || types.has(AddressType.UNREACHABLE);
    return !asksRoutes || types.has(context.addressType(high, low, device));
  }

  @Override
  public Set<Hook> hooks() {
    return switch (limit) {
      case NONE -> Hook.ALL;
      case IN -> EnumSet.of(Hook.PREROUTING, Hook.INPUT, Hook.FORWARD);
      case OUT -> EnumSet.of(Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING);
    };
  }
}
