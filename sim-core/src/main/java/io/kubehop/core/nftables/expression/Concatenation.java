package io.kubehop.core.nftables.expression;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several values joined, such as {@code ip daddr . tcp dport}.
 *
 * @param parts at least two
 * @param types the types of all parts
 */
public record Concatenation(List<Expression> parts, List<ValueType> types) implements Expression {

  /** Joins parts. */
  public static Concatenation of(List<Expression> parts) {
    return new Concatenation(
        List.copyOf(parts), parts.stream().flatMap(part -> part.types().stream()).toList());
  }

  @Override
  public int load(Evaluation at, Key into) {
    for (int i = 0; i < parts.size(); i++) {
      int loaded = parts.get(i).load(at, into);
      if (loaded != LOADED) {
        return loaded;
      }
    }
    return LOADED;
  }

  @Override
  public boolean needsConntrack() {
    return parts.stream().anyMatch(Expression::needsConntrack);
  }

  @Override
  public String text() {
    return parts.stream().map(Expression::text).collect(Collectors.joining(" . "));
  }
}
