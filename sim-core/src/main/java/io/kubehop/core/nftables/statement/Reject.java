package io.kubehop.core.nftables.statement;

import io.kubehop.core.net.Protocol;
import io.kubehop.core.netfilter.RejectWith;
import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.NftVerdict;
import org.jspecify.annotations.Nullable;

/**
 * {@code reject}: answers the packet, and drops it (net/netfilter/nft_reject_inet.c).
 *
 * @param v4 the answer to IPv4 packets; null if they do not match
 * @param v6 the answer to IPv6 packets; null if they do not match
 * @param text as the rule says it
 */
public record Reject(@Nullable RejectWith v4, @Nullable RejectWith v6, String text)
    implements Statement {

  @Override
  public int run(Evaluation at) {
    RejectWith with = at.isV4() ? v4 : v6;
    if (with == null || (with == RejectWith.TCP_RESET && !at.skb().packet().is(Protocol.TCP))) {
      return NftVerdict.BROKEN;
    }
    at.host().reject(at.skb(), with);
    return NftVerdict.DROPPED;
  }
}
