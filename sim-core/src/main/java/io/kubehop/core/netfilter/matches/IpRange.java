package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m iprange}.
 *
 * @param source {@code --src-range}, or null
 * @param destination {@code --dst-range}, or null
 */
public record IpRange(@Nullable AddressRange source, @Nullable AddressRange destination)
    implements Match {

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    Packet packet = skb.packet();
    return (source == null || source.contains(packet.sourceHigh(), packet.sourceLow()))
        && (destination == null
            || destination.contains(packet.destinationHigh(), packet.destinationLow()));
  }
}
