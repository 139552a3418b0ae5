package io.kubehop.core.ipvs.scheduler;

import org.jspecify.annotations.Nullable;

/** A real server as a scheduler sees it (struct ip_vs_dest). */
public interface Candidate {

  /** Upper half of its address. */
  long addressHigh();

  /** Lower half of its address. */
  long addressLow();

  /** Its port; 0 if connections keep the port that the client called. */
  int port();

  /** Its weight; 0 while it is drained. */
  int weight();

  /** The last weight other than 0 that it had since it was added; 0 if none. */
  int lastWeight();

  /** Whether it still belongs to its virtual server. */
  boolean isAvailable();

  /**
   * Whether it has reached its upper connection threshold, and has not fallen below the lower one
   * since.
   */
  boolean isOverloaded();

  /** Connections that are being set up or are established. */
  int activeConnections();

  /** All other connections. */
  int inactiveConnections();

  /** The next one in the kernel's order; null after the last. */
  @Nullable Candidate next();

  /**
   * A scheduler remembers it beyond this decision: if it is removed and added again, it is the same
   * one.
   */
  void hold();

  /** Takes one {@link #hold} back. */
  void release();
}
