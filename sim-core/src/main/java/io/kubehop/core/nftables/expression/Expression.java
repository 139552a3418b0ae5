package io.kubehop.core.nftables.expression;

import io.kubehop.core.nftables.evaluation.Evaluation;
import io.kubehop.core.nftables.value.Key;
import io.kubehop.core.nftables.value.ValueType;
import java.util.List;

/** Something that has a value for a packet. */
public sealed interface Expression
    permits Binary,
        Concatenation,
        Constant,
        Ct,
        Fib,
        Jhash,
        MapLookUp,
        Meta,
        NumGen,
        Payload,
        RawPayload,
        UnmodelledExpression {

  /** The value is there. */
  int LOADED = 0;

  /** There is no such value; the rule does not match. */
  int ABSENT = 1;

  /** It cannot be said; the host was told why. */
  int UNDECIDED = 2;

  /** The types of its values: one, unless it is a concatenation. */
  List<ValueType> types();

  /**
   * Joins the value on to a key.
   *
   * @return {@link #LOADED}, {@link #ABSENT} or {@link #UNDECIDED}
   */
  int load(Evaluation at, Key into);

  /** Whether a packet must be tracked for it. */
  default boolean needsConntrack() {
    return false;
  }

  /** As a rule says it. */
  String text();
}
