package io.kubehop.core.nftables.statement;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.evaluation.StateCell;
import io.kubehop.core.nftables.evaluation.StateSite;
import io.kubehop.core.nftables.value.NftVerdict;

/**
 * {@code counter}: counts packets and bytes.
 *
 * @param packets how many it had counted when it was captured
 * @param bytes how many bytes
 * @param site where the count is kept
 */
public record Counter(long packets, long bytes, StateSite site) implements Statement {
  @Override
  public int run(Evaluation at) {
    StateCell cell = at.cell(site, packets, bytes);
    cell.set(cell.first() + 1, cell.second() + at.skb().packet().length());
    return NftVerdict.CONTINUED;
  }

  @Override
  public Statement fresh() {
    return new Counter(0, 0, new StateSite("counter"));
  }

  @Override
  public String text() {
    return "counter packets " + packets + " bytes " + bytes;
  }
}
