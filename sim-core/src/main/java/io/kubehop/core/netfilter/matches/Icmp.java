package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;

/**
 * {@code -m icmp} and {@code -m icmp6}.
 *
 * @param protocol {@link Protocol#ICMP} or {@link Protocol#ICMPV6}
 * @param inverted whether it must be another message
 * @param type the type; {@link #ANY} for every message
 * @param minCode the first code
 * @param maxCode the last code; 255 if all are meant
 */
public record Icmp(Protocol protocol, boolean inverted, int type, int minCode, int maxCode)
    implements Match {
  /** Stands for every type. */
  public static final int ANY = 255;

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    Packet packet = skb.packet();
    if (!packet.is(protocol)) {
      return false;
    }
    boolean all = type == ANY && protocol == Protocol.ICMP;
    boolean same =
        packet.icmpType() == type && packet.icmpCode() >= minCode && packet.icmpCode() <= maxCode;
    return (all || same) != inverted;
  }
}
