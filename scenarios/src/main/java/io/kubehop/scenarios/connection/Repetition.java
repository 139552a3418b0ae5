package io.kubehop.scenarios.connection;

import java.util.Map;

/**
 * How a connection can be had again: the seed of the cluster that it was made in, and all that
 * happened there before it.
 */
public interface Repetition {

  /** What every random choice in the cluster derives from. */
  long seed();

  /**
   * A scenario that leads up to the connection and makes it, in YAML. All objects are inline.
   *
   * @param expected the {@code expect} of its last step, by the names of the format
   * @throws IllegalArgumentException if something that happened cannot be said in the format
   */
  String scenario(Map<String, ?> expected);
}
