package io.kubehop.core.time;

import org.jspecify.annotations.Nullable;

/** A {@code long} that a {@link Journal} can put back. */
public final class LongCell implements Undoable {
  private final Journal journal;
  private long value;

  /** Makes a cell that logs to the journal. */
  public LongCell(Journal journal, long initial) {
    this.journal = journal;
    this.value = initial;
  }

  /** The value now. */
  public long get() {
    return value;
  }

  /** Overwrites the value. */
  public void set(long newValue) {
    journal.log(this, 0, value, null);
    value = newValue;
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    value = oldLong;
  }
}
