package io.kubehop.core.nftables.statement;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.NftVerdict;

/**
 * A verdict: {@code accept}, {@code jump chain} …
 *
 * @param verdict the verdict
 */
public record VerdictStatement(NftVerdict verdict) implements Statement {
  @Override
  public int run(Evaluation at) {
    return at.take(verdict);
  }

  @Override
  public boolean needsConntrack() {
    return verdict.body() != null && verdict.body().needsConntrack();
  }

  @Override
  public String text() {
    return verdict.text();
  }
}
