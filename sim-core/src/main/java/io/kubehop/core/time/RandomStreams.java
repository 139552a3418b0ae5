package io.kubehop.core.time;

import java.util.Map;
import java.util.TreeMap;

/**
 * All random streams of a simulation, split from one seed by the name of their purpose. A new
 * consumer with a new name does not shift the values that the others get.
 */
public final class RandomStreams implements Digestible {
  private final Journal journal;
  private final long seed;
  private final Map<String, RandomStream> streams = new TreeMap<>();

  RandomStreams(Journal journal, long seed) {
    this.journal = journal;
    this.seed = seed;
  }

  /** The seed that everything derives from. */
  public long seed() {
    return seed;
  }

  /** The stream for a purpose, such as {@code "node-a/statistic"}; the same object each time. */
  public RandomStream stream(String purpose) {
    RandomStream known = streams.get(purpose);
    if (known == null) {
      known = new RandomStream(journal, startOf(purpose));
      streams.put(purpose, known);
    }
    return known;
  }

  private long startOf(String purpose) {
    return new StateDigest().add(seed).add(purpose).value();
  }

  @Override
  public void digestTo(StateDigest digest) {
    // A stream that was made but never used is no state: exploring may be the first to ask for one.
    streams.forEach(
        (purpose, stream) -> {
          if (stream.position() != startOf(purpose)) {
            digest.add(purpose).add(stream.position());
          }
        });
  }
}
