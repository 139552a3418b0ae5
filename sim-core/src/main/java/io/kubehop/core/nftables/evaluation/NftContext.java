package io.kubehop.core.nftables.evaluation;

import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import org.jspecify.annotations.Nullable;

/** What nftables rules ask of the host that evaluates them, beyond what iptables' rules ask. */
public interface NftContext extends RuleContext {

  /**
   * The interface that a packet to an address would leave by ({@code fib … oif}); null if there is
   * no such route.
   *
   * @param device if not null, the interface that the route must lead out by
   */
  @Nullable String routeDevice(Skb skb, long high, long low, @Nullable String device);
}
