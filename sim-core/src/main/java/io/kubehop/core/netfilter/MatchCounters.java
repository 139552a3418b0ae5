package io.kubehop.core.netfilter;

import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.StateDigest;
import io.kubehop.core.time.Undoable;
import org.jspecify.annotations.Nullable;

/**
 * Two numbers that one match keeps on one host; what they mean is the match's own affair. Both
 * start at 0.
 */
public final class MatchCounters implements Undoable, Digestible {
  private final Journal journal;
  private boolean started;
  private long first;
  private long second;

  MatchCounters(Journal journal) {
    this.journal = journal;
  }

  /** Whether {@link #set} was ever called. */
  public boolean isStarted() {
    return started;
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
    journal.log(this, started ? 1 : 0, first, null);
    journal.log(this, 2, second, null);
    started = true;
    first = newFirst;
    second = newSecond;
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    if (slot == 2) {
      second = oldLong;
    } else {
      first = oldLong;
      started = slot == 1;
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(started ? 1 : 0).add(first).add(second);
  }
}
