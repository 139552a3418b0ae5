package io.kubehop.kernel;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices of one generated case; the same seed makes the same ones. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** 0 to bound - 1. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True this often in a hundred. */
  boolean percent(int chance) {
    return below(100) < chance;
  }

  <T> T of(List<T> values) {
    return values.get(below(values.size()));
  }

  String of(String... values) {
    return values[below(values.length)];
  }
}
