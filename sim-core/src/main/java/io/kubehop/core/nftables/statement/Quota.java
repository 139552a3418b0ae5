package io.kubehop.core.nftables.statement;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.evaluation.StateCell;
import io.kubehop.core.nftables.evaluation.StateSite;
import io.kubehop.core.nftables.value.NftVerdict;

/**
 * {@code quota}: matches until, or once, so many bytes have passed (net/netfilter/nft_quota.c).
 *
 * @param over whether it matches what goes beyond
 * @param bytes the quota
 * @param used how many had passed when it was captured
 * @param text as the rule says it
 * @param site where the bytes are counted
 */
public record Quota(boolean over, long bytes, long used, String text, StateSite site)
    implements Statement {

  @Override
  public int run(Evaluation at) {
    StateCell consumed = at.cell(site, used, 0);
    long sum = consumed.first() + at.skb().packet().length();
    consumed.set(sum, 0);
    return sum > bytes == over ? NftVerdict.CONTINUED : NftVerdict.BROKEN;
  }

  @Override
  public Statement fresh() {
    return new Quota(over, bytes, 0, text, new StateSite(text));
  }
}
