package io.kubehop.kubeproxy.ipvs;

import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;

/**
 * How many ports ask for each of some things, which are there while one does.
 *
 * @param <T> what is asked for
 */
final class Counted<T> {
  private final JournaledMap<T, Integer> counts;

  Counted(Journal journal) {
    this.counts = new JournaledMap<>(journal);
  }

  /** Asked for once more. Returns whether it is new. */
  boolean add(T thing) {
    Integer known = counts.get(thing);
    counts.put(thing, known == null ? 1 : known + 1);
    return known == null;
  }

  /** Asked for once less. Returns whether nobody asks for it now. */
  boolean remove(T thing) {
    Integer known = counts.get(thing);
    if (known != null && known > 1) {
      counts.put(thing, known - 1);
      return false;
    }
    counts.remove(thing);
    return known != null;
  }

  boolean contains(T thing) {
    return counts.containsKey(thing);
  }
}
