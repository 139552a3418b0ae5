package io.kubehop.core.time;

import java.util.ArrayList;
import java.util.List;

/**
 * One path through the choices of an attempt: a prefix that is replayed, then the first way at each
 * new choice.
 */
final class ChoiceScript {
  private final List<Fork> forks = new ArrayList<>();
  private int position;

  /** Takes the way that the script says at the next choice. */
  int follow(int ways, Choices.Shares shares) {
    if (position == forks.size()) {
      forks.add(new Fork(ways, 0, shares));
    }
    return forks.get(position++).taken;
  }

  void rewind() {
    position = 0;
  }

  /** Turns to the next path in depth-first order; returns false after the last one. */
  boolean advance() {
    rewind();
    while (!forks.isEmpty()) {
      Fork last = forks.remove(forks.size() - 1);
      if (last.taken + 1 < last.ways) {
        forks.add(new Fork(last.ways, last.taken + 1, last.shares));
        return true;
      }
    }
    return false;
  }

  /** Whether this run has come to a choice. */
  boolean hasBegun() {
    return position > 0;
  }

  ChoiceScript copy() {
    ChoiceScript copy = new ChoiceScript();
    copy.forks.addAll(forks);
    return copy;
  }

  /** The probability of this path. */
  Share share() {
    Share product = Share.ONE;
    for (Fork fork : forks) {
      product = product.times(fork.shares.apply(fork.taken));
    }
    return product;
  }

  private record Fork(int ways, int taken, Choices.Shares shares) {}
}
