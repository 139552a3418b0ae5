package io.kubehop.core.time;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The undo log of a simulation. While a savepoint is open, every cell logs the value that it is
 * about to overwrite; rolling back replays the log backwards. While none is open, logging costs one
 * comparison and keeps nothing.
 *
 * <p>Savepoints nest: an inner one is rolled back or released before the outer one.
 */
public final class Journal {
  private int depth;
  private int size;
  private Undoable[] owners = new Undoable[64];
  private int[] slots = new int[64];
  private long[] longs = new long[64];
  private @Nullable Object[] refs = new @Nullable Object[64];

  /** Starts with no savepoint open. */
  public Journal() {}

  /** Whether writes are being logged now. */
  public boolean isOpen() {
    return depth > 0;
  }

  /**
   * Opens a savepoint and returns its mark, to be handed back to {@link #rollback} or {@link
   * #release}.
   */
  public int savepoint() {
    depth++;
    return size;
  }

  /** Logs an old value; does nothing while no savepoint is open. */
  public void log(Undoable owner, int slot, long oldLong, @Nullable Object oldRef) {
    if (depth == 0) {
      return;
    }
    if (size == owners.length) {
      grow();
    }
    owners[size] = owner;
    slots[size] = slot;
    longs[size] = oldLong;
    refs[size] = oldRef;
    size++;
  }

  /** Puts everything back as it was when the savepoint was opened, and closes it. */
  public void rollback(int mark) {
    requireOpen(mark);
    while (size > mark) {
      size--;
      Undoable owner = owners[size];
      Object ref = refs[size];
      refs[size] = null;
      owner.undo(slots[size], longs[size], ref);
    }
    depth--;
  }

  /**
   * Keeps what happened since the savepoint, and closes it. An outer savepoint can still undo it.
   */
  public void release(int mark) {
    requireOpen(mark);
    depth--;
    if (depth == 0) {
      Arrays.fill(refs, 0, size, null);
      size = 0;
    }
  }

  private void requireOpen(int mark) {
    if (depth == 0 || mark > size) {
      throw new IllegalStateException("savepoint " + mark + " is not open");
    }
  }

  private void grow() {
    int capacity = size * 2;
    owners = Arrays.copyOf(owners, capacity);
    slots = Arrays.copyOf(slots, capacity);
    longs = Arrays.copyOf(longs, capacity);
    refs = Arrays.copyOf(refs, capacity);
  }
}
