package io.kubehop.core.nftables.expression;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;

/**
 * A value changed bit by bit, such as {@code meta mark & 0xff}.
 *
 * @param operator what is done
 * @param left the value
 * @param right with what
 */
public record Binary(Operator operator, Expression left, Expression right) implements Expression {

  /** What can be done to bits. */
  public enum Operator {
    /** Bits that both have. */
    AND("&"),
    /** Bits that either has. */
    OR("|"),
    /** Bits that one of them has. */
    XOR("^"),
    /** Bits moved up. */
    LEFT_SHIFT("<<"),
    /** Bits moved down. */
    RIGHT_SHIFT(">>");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** The sign that stands for it. */
    public String sign() {
      return sign;
    }
  }

  @Override
  public List<ValueType> types() {
    return left.types();
  }

  @Override
  public int load(Evaluation at, Key into) {
    int first = into.size();
    int loaded = left.load(at, into);
    if (loaded == LOADED) {
      loaded = right.load(at, into);
    }
    if (loaded != LOADED) {
      return loaded;
    }
    long high = into.high(first);
    long low = into.low(first);
    long otherHigh = into.high(first + 1);
    long otherLow = into.low(first + 1);
    into.truncate(first);
    switch (operator) {
      case AND -> into.push(high & otherHigh, low & otherLow);
      case OR -> into.push(high | otherHigh, low | otherLow);
      case XOR -> into.push(high ^ otherHigh, low ^ otherLow);
      case LEFT_SHIFT -> into.push(0, low << otherLow & types().get(0).lowMask());
      case RIGHT_SHIFT -> into.push(0, low >>> otherLow);
    }
    return LOADED;
  }

  @Override
  public boolean needsConntrack() {
    return left.needsConntrack() || right.needsConntrack();
  }

  @Override
  public String text() {
    return operand(left) + " " + operator.sign + " " + operand(right);
  }

  private static String operand(Expression part) {
    boolean flags =
        part instanceof Constant constant
            && constant.types().get(0).isBitmask()
            && constant.text().indexOf(',') >= 0;
    if (flags) {
      return "(" + part.text().replace(",", " | ") + ")";
    }
    return part instanceof Binary ? "(" + part.text() + ")" : part.text();
  }
}
