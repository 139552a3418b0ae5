package io.kubehop.core.nftables.statement;

import io.kubehop.core.nftables.Evaluation;

/** One statement of a rule. */
public sealed interface Statement
    permits Assignment,
        Comparison,
        Counter,
        Inert,
        Limit,
        Membership,
        Nat,
        NoTrack,
        ObjectReference,
        Quota,
        Reject,
        SetUpdate,
        UnmodelledStatement,
        VerdictMap,
        VerdictStatement {

  /**
   * Does it.
   *
   * @return a number of {@link io.kubehop.core.nftables.NftVerdict}: CONTINUED to go on with the
   *     next statement, BROKEN if the rule does not match
   */
  int run(Evaluation at);

  /** As a rule says it. */
  String text();

  /** Whether packets must be tracked for it. */
  default boolean needsConntrack() {
    return false;
  }

  /** The same with a state of its own, for a new element of a set. */
  default Statement fresh() {
    return this;
  }
}
