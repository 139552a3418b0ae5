package io.kubehop.core.nftables.evaluation;

import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.StateDigest;
import io.kubehop.core.time.Undoable;
import org.jspecify.annotations.Nullable;

/**
 * Two numbers that one host keeps for one {@link StateSite}; what they mean is its owner's affair.
 */
public final class StateCell implements Undoable, Digestible {
  private final Journal journal;
  private long first;
  private long second;

  /** Starts with two numbers. */
  public StateCell(Journal journal, long first, long second) {
    this.journal = journal;
    this.first = first;
    this.second = second;
  }

  /** The first number. */
  public long first() {
    return first;
  }

  /** The second number. */
  public long second() {
    return second;
  }

  /** Sets both numbers. */
  public void set(long newFirst, long newSecond) {
    journal.log(this, 0, first, null);
    journal.log(this, 1, second, null);
    first = newFirst;
    second = newSecond;
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    if (slot == 0) {
      first = oldLong;
    } else {
      second = oldLong;
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(first).add(second);
  }
}
