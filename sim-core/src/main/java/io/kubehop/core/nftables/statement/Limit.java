package io.kubehop.core.nftables.statement;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.evaluation.StateCell;
import io.kubehop.core.nftables.evaluation.StateSite;
import io.kubehop.core.nftables.value.NftVerdict;

/**
 * {@code limit rate}: a bucket of tokens, full at the start (net/netfilter/nft_limit.c). The bucket
 * is measured in nanoseconds: what a packet costs is the time that it takes to come back.
 *
 * @param over whether it matches what goes beyond
 * @param rate how many packets or bytes
 * @param unit in how many nanoseconds
 * @param burst how many beyond
 * @param bytes whether bytes are counted
 * @param text as the rule says it
 * @param site where the bucket is kept
 */
public record Limit(
    boolean over, long rate, long unit, long burst, boolean bytes, String text, StateSite site)
    implements Statement {

  @Override
  public int run(Evaluation at) {
    long now = at.host().now();
    long full = full();
    StateCell bucket = at.cell(site, now, full);
    long tokens = Math.min(full, bucket.second() + now - bucket.first());
    long left = tokens - cost(at);
    bucket.set(now, left >= 0 ? left : tokens);
    return left >= 0 == over ? NftVerdict.BROKEN : NftVerdict.CONTINUED;
  }

  private long full() {
    return bytes ? unit * (rate + burst) / rate : unit / rate * burst;
  }

  private long cost(Evaluation at) {
    return bytes ? unit * at.skb().packet().length() / rate : unit / rate;
  }

  @Override
  public Statement fresh() {
    return new Limit(over, rate, unit, burst, bytes, text, new StateSite(text));
  }
}
