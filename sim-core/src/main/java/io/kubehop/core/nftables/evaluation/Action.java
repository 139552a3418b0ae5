package io.kubehop.core.nftables.evaluation;

import io.kubehop.core.nftables.set.ElementAction;

/** What is done with a packet: a statement of a rule, of an element of a set, or of an object. */
public interface Action extends ElementAction {

  /**
   * Does it.
   *
   * @return a number of {@link io.kubehop.core.nftables.value.NftVerdict}: CONTINUED to go on with
   *     the next statement, BROKEN if the rule does not match
   */
  int run(Evaluation at);
}
