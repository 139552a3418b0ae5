package io.kubehop.core.nftables.statement;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.expression.Binary;
import io.kubehop.core.nftables.expression.Constant;
import io.kubehop.core.nftables.expression.Expression;
import io.kubehop.core.nftables.expression.Meta;
import io.kubehop.core.nftables.expression.MetaKey;
import io.kubehop.core.nftables.set.ElementKey;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.NftVerdict;

/**
 * Compares a value with one that is written down, a prefix or a range, as numbers without sign
 * (net/netfilter/nft_cmp.c, nft_range.c).
 *
 * @param left the value
 * @param operator how it is compared
 * @param right with what
 */
public record Comparison(Expression left, Operator operator, ElementKey right)
    implements Statement {

  /** How values are compared. */
  public enum Operator {
    /** Nothing is written: equal, or for sets of bits any of them. */
    IMPLICIT(""),
    /** Equal, or within. */
    EQUAL("=="),
    /** Not equal, or outside. */
    NOT_EQUAL("!="),
    /** Smaller. */
    LESS("<"),
    /** Greater. */
    GREATER(">"),
    /** Not greater. */
    AT_MOST("<="),
    /** Not smaller. */
    AT_LEAST(">="),
    /** None of the bits. */
    NONE_OF("!");

    private final String sign;

    Operator(String sign) {
      this.sign = sign;
    }

    /** The sign that stands for it; may be empty. */
    public String sign() {
      return sign;
    }
  }

  @Override
  public int run(Evaluation at) {
    int randomBits = operator == Operator.LESS ? randomBits() : 0;
    if (randomBits > 0) {
      long threshold = right.from().low(0);
      boolean chosen =
          at.host().choices().chance(at.host().statisticStream(), threshold, randomBits);
      return chosen ? NftVerdict.CONTINUED : NftVerdict.BROKEN;
    }
    Key value = at.takeKey();
    int loaded = left.load(at, value);
    boolean holds = loaded == Expression.LOADED && holds(value);
    at.giveBack();
    if (loaded == Expression.UNDECIDED) {
      return NftVerdict.UNDECIDED;
    }
    return holds ? NftVerdict.CONTINUED : NftVerdict.BROKEN;
  }

  private boolean holds(Key value) {
    return switch (operator) {
      case IMPLICIT -> isAnyOf() ? (value.low(0) & right.from().low(0)) != 0 : isWithin(value);
      case EQUAL -> isWithin(value);
      case NOT_EQUAL -> !isWithin(value);
      case LESS -> value.compare(0, right.from()) < 0;
      case GREATER -> value.compare(0, right.from()) > 0;
      case AT_MOST -> value.compare(0, right.from()) <= 0;
      case AT_LEAST -> value.compare(0, right.from()) >= 0;
      case NONE_OF -> (value.low(0) & right.from().low(0)) == 0;
    };
  }

  private boolean isWithin(Key value) {
    return right.contains(value);
  }

  private boolean isAnyOf() {
    return left.types().get(0).isBitmask();
  }

  /**
   * How many random bits are compared, if it is that: a chance, which exploring must know as one
   * (iptables-nft writes statistic so).
   */
  private int randomBits() {
    if (isRandom(left)) {
      return 32;
    }
    if (left instanceof Binary binary
        && binary.operator() == Binary.Operator.AND
        && isRandom(binary.left())
        && binary.right() instanceof Constant mask) {
      long bits = mask.value().low(0);
      return (bits & (bits + 1)) == 0 ? Long.bitCount(bits) : 0;
    }
    return 0;
  }

  private static boolean isRandom(Expression expression) {
    return expression instanceof Meta meta && meta.key() == MetaKey.RANDOM;
  }

  @Override
  public boolean needsConntrack() {
    return left.needsConntrack();
  }

  @Override
  public String text() {
    String values = right.text(left.types());
    boolean plainFlags = isAnyOf() && operator != Operator.IMPLICIT && values.indexOf(',') >= 0;
    String sign = operator == Operator.IMPLICIT ? " " : " " + operator.sign + " ";
    return left.text() + sign + (plainFlags ? values.replace(",", " | ") : values);
  }
}
