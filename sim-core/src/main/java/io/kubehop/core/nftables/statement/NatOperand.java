package io.kubehop.core.nftables.statement;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.expression.Constant;
import io.kubehop.core.nftables.expression.Expression;
import io.kubehop.core.nftables.expression.MapLookUp;
import io.kubehop.core.nftables.set.ElementKey;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.Notation;
import org.jspecify.annotations.Nullable;

/**
 * One part of what a connection is translated to.
 *
 * @param expression a value, or where it comes from
 * @param last the last value of a range that is written down; null if there is but one
 */
public record NatOperand(Expression expression, @Nullable Key last) {

  boolean isConstant() {
    return expression instanceof Constant;
  }

  boolean isV4() {
    return expression.types().get(0).notation() != Notation.IPV6;
  }

  void loadConstant(Key from, Key to) {
    if (expression instanceof Constant constant) {
      from.pushAll(constant.value());
      to.pushAll(last == null ? constant.value() : last);
    }
  }

  int load(Evaluation at, Key from, Key to) {
    if (expression instanceof MapLookUp map) {
      return map.loadRange(at, from, to);
    }
    int size = from.size();
    int loaded = expression.load(at, from);
    if (loaded == Expression.LOADED) {
      for (int i = size; i < from.size(); i++) {
        Key end = last == null ? from : last;
        int place = last == null ? i : i - size;
        to.push(end.high(place), end.low(place));
      }
    }
    return loaded;
  }

  String text() {
    if (expression instanceof Constant constant && last != null) {
      return new ElementKey(constant.value(), last).text(constant.types());
    }
    return expression.text();
  }
}
