package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.netfilter.MatchSite;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m ipvs}: whether IPVS has dealt with the packet, and for which virtual server
 * (net/netfilter/xt_ipvs.c). What is null is not asked.
 *
 * @param balanced {@code --ipvs}, asked alone: whether IPVS has dealt with it
 * @param protocol {@code --vproto}
 * @param address {@code --vaddr}
 * @param port {@code --vport}
 */
public record IpvsMatch(
    @Nullable Boolean balanced,
    @Nullable Value<Integer> protocol,
    @Nullable Value<AddressMask> address,
    @Nullable Value<Integer> port)
    implements Match {

  /**
   * What one property of the virtual server must be.
   *
   * @param inverted whether it must be anything else
   * @param value the value
   */
  public record Value<T>(boolean inverted, T value) {}

  /** The packets for one virtual server. */
  public static IpvsMatch of(int protocol, IpAddress address, int port) {
    return new IpvsMatch(
        null,
        new Value<>(false, protocol),
        new Value<>(false, AddressMask.of(address)),
        new Value<>(false, port));
  }

  @Override
  public boolean matches(Skb skb, RuleContext context, MatchSite site) {
    if (protocol == null && address == null && port == null) {
      return balanced == null || skb.isBalanced() == balanced;
    }
    return skb.isBalanced() && hasProtocol(skb) && hasAddress(skb) && hasPort(skb);
  }

  private boolean hasProtocol(Skb skb) {
    return protocol == null || (skb.packet().protocol() == protocol.value()) != protocol.inverted();
  }

  private boolean hasAddress(Skb skb) {
    return address == null
        || address.value().contains(skb.virtualHigh(), skb.virtualLow()) != address.inverted();
  }

  private boolean hasPort(Skb skb) {
    return port == null || (skb.virtualPort() == port.value()) != port.inverted();
  }
}
