package io.kubehop.core.nftables.set;

/** What runs when a packet finds an element, such as a limit; how, the rules know. */
public interface ElementAction {

  /** As a rule or an element says it. */
  String text();
}
