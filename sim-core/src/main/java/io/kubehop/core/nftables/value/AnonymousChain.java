package io.kubehop.core.nftables.value;

/** A chain that is written in the place where a rule jumps to it. */
public interface AnonymousChain {

  /** Its rules in braces. */
  String inBraces();

  /** Whether packets must be tracked for it. */
  boolean needsConntrack();
}
