package io.kubehop.core.nftables.expression;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;

/**
 * A value that is written down.
 *
 * @param types the types of its parts
 * @param value the value
 */
public record Constant(List<ValueType> types, Key value) implements Expression {

  /** A single value. */
  public static Constant of(ValueType type, Key value) {
    return new Constant(List.of(type), value);
  }

  @Override
  public int load(Evaluation at, Key into) {
    into.pushAll(value);
    return LOADED;
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.size(); i++) {
      text.append(i == 0 ? "" : " . ").append(types.get(i).print(value.high(i), value.low(i)));
    }
    return text.toString();
  }
}
