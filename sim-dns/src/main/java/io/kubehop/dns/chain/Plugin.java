package io.kubehop.dns.chain;

/**
 * One step of the chain: it answers, passes on, or passes on and changes what comes back. It serves
 * many queries at a time; what it remembers beyond one call is journalled, and what it hands to
 * others for later is immutable.
 */
@FunctionalInterface
public interface Plugin {

  /**
   * Takes a query.
   *
   * @param query the query, perhaps changed by an earlier plugin
   * @param next the rest of the chain
   * @param responder who gets the answer, exactly once
   */
  void serve(Query query, Chain next, Responder responder);
}
