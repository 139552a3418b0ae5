package io.kubehop.service.apiserver;

import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.RandomStream;

/**
 * Numbers from 0 to a limit that are handed out: the upper ones at random, the lower ones (the
 * static band, KEP-3070 and KEP-3668) only when no upper one is left, so that explicit choices from
 * there seldom clash. A search starts at a random number and goes on upwards, as that of {@code
 * pkg/registry/core/service/allocator} does.
 */
final class RandomBands {
  private final long size;
  private final long staticBand;
  private final RandomStream random;
  private final JournaledMap<Long, Boolean> taken;

  /**
   * Starts with all numbers free.
   *
   * @param size how many numbers there are
   * @param staticBand how many of them, from 0 on, are given out last
   */
  RandomBands(Journal journal, RandomStream random, long size, long staticBand) {
    this.random = random;
    this.size = size;
    this.staticBand = staticBand;
    this.taken = new JournaledMap<>(journal);
  }

  /** Takes a number; returns false if somebody has it. */
  boolean take(long number) {
    if (taken.containsKey(number)) {
      return false;
    }
    taken.put(number, true);
    return true;
  }

  /** Gives a number back. */
  void release(long number) {
    taken.remove(number);
  }

  /** Takes a free number and returns it, or -1 if none is left. */
  long takeNext() {
    if (taken.size() == size) {
      return -1;
    }
    long upper = takeFrom(staticBand, size);
    return upper >= 0 ? upper : takeFrom(0, staticBand);
  }

  private long takeFrom(long from, long to) {
    long length = to - from;
    if (length == 0) {
      return -1;
    }
    long start = Long.remainderUnsigned(random.nextLong(), length);
    for (long i = 0; i < length; i++) {
      long number = from + (start + i) % length;
      if (take(number)) {
        return number;
      }
    }
    return -1;
  }
}
