package io.kubehop.core.time;

/** A part of the simulated state that can be summed up in a {@link StateDigest}. */
public interface Digestible {

  /**
   * Feeds every value that behaviour can depend on, in an order that does not depend on the JVM.
   */
  void digestTo(StateDigest digest);
}
