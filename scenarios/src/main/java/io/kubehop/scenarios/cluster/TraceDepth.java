package io.kubehop.scenarios.cluster;

/**
 * How much of a connection is written down.
 *
 * @param allRules also the rules that did not match
 * @param allWays also the hops of every way that the connection could have gone
 */
public record TraceDepth(boolean allRules, boolean allWays) {
  /** The hops of the first made connection, with the rules that matched. */
  public static final TraceDepth NORMAL = new TraceDepth(false, false);
}
