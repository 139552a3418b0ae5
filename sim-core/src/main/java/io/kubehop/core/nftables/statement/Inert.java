package io.kubehop.core.nftables.statement;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.NftVerdict;

/**
 * A statement on which nothing here depends, such as {@code log} or {@code tcp option maxseg size
 * set rt mtu}.
 *
 * @param text as the rule says it
 */
public record Inert(String text) implements Statement {
  @Override
  public int run(Evaluation at) {
    return NftVerdict.CONTINUED;
  }
}
