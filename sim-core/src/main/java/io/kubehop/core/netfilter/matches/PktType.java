package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.AddressType;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m pkttype}: to whom the link layer sent it.
 *
 * @param inverted whether it must be another
 * @param type which
 */
public record PktType(boolean inverted, Type type) implements Match {

  /** The types that can be asked for. */
  public enum Type {
    /** To this host. */
    UNICAST,
    /** To every host. */
    BROADCAST,
    /** To a group. */
    MULTICAST
  }

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    return (typeOf(skb, context) == type) != inverted;
  }

  /**
   * The kernel knows a type only of packets that came in; those of the host itself count as
   * unicast.
   */
  private static Type typeOf(Skb skb, RuleContext context) {
    Packet packet = skb.packet();
    long high = packet.destinationHigh();
    long low = packet.destinationLow();
    if (skb.inDevice() == null) {
      return Type.UNICAST;
    }
    if (IpAddress.isMulticast(high, low)) {
      return Type.MULTICAST;
    }
    boolean broadcast =
        packet.isV4() && context.addressType(high, low, null) == AddressType.BROADCAST;
    return broadcast ? Type.BROADCAST : Type.UNICAST;
  }
}
