package io.kubehop.core.nftables.statement;

import io.kubehop.core.conntrack.CtState;
import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.NftVerdict;

/** {@code notrack}: excepts a packet that was not looked up yet from connection tracking. */
public record NoTrack() implements Statement {
  @Override
  public int run(Evaluation at) {
    if (at.skb().ctState() == CtState.NONE) {
      at.host().untrack(at.skb());
    }
    return NftVerdict.CONTINUED;
  }

  @Override
  public String text() {
    return "notrack";
  }
}
