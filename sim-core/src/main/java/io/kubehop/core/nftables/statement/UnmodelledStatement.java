package io.kubehop.core.nftables.statement;

import io.kubehop.core.nftables.evaluation.Evaluation;

/**
 * A statement, or the rest of a rule, that is kept and printed back, and reported when a packet
 * meets it.
 *
 * @param text as the rule says it
 */
public record UnmodelledStatement(String text) implements Statement {
  @Override
  public int run(Evaluation at) {
    return at.undecided("statement `" + text + "` is not modelled");
  }
}
