package io.kubehop.core.nftables.statement;

import io.kubehop.core.nftables.evaluation.Action;

/** One statement of a rule. */
public sealed interface Statement extends Action
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

  /** Whether packets must be tracked for it. */
  default boolean needsConntrack() {
    return false;
  }

  /** The same with a state of its own, for a new element of a set. */
  default Statement fresh() {
    return this;
  }
}
