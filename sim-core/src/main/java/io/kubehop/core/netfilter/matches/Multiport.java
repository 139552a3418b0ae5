package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import java.util.List;

/**
 * {@code -m multiport}: up to 15 ports or ranges of ports.
 *
 * @param inverted whether the port must be none of them
 * @param end which port is looked at
 * @param ports the ranges; none of them inverted
 */
public record Multiport(boolean inverted, End end, List<PortRange> ports) implements Match {

  /** Which port. */
  public enum End {
    /** {@code --sports}. */
    SOURCE,
    /** {@code --dports}. */
    DESTINATION,
    /** {@code --ports}: either. */
    EITHER
  }

  /** Copies the list. */
  public Multiport {
    ports = List.copyOf(ports);
  }

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    Packet packet = skb.packet();
    boolean found =
        switch (end) {
          case SOURCE -> contains(packet.sourcePort());
          case DESTINATION -> contains(packet.destinationPort());
          case EITHER -> contains(packet.sourcePort()) || contains(packet.destinationPort());
        };
    return found != inverted;
  }

  private boolean contains(int port) {
    for (int i = 0; i < ports.size(); i++) {
      if (ports.get(i).contains(port)) {
        return true;
      }
    }
    return false;
  }
}
