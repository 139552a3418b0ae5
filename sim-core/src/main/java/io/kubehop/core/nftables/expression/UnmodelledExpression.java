package io.kubehop.core.nftables.expression;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;

/**
 * An expression that is kept and printed back, and reported when a packet meets it.
 *
 * @param type what values beside it look like
 * @param text as the rule says it
 */
public record UnmodelledExpression(ValueType type, String text) implements Expression {

  @Override
  public List<ValueType> types() {
    return List.of(type);
  }

  @Override
  public int load(Evaluation at, Key into) {
    at.undecided("expression `" + text + "` is not modelled");
    return UNDECIDED;
  }
}
