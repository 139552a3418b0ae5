package io.kubehop.core.time;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reference that a {@link Journal} can put back. What it points to should be immutable, or
 * journalled itself.
 *
 * @param <T> the type of the value
 */
public final class RefCell<T> implements Undoable {
  private final Journal journal;
  private T value;

  /** Makes a cell that logs to the journal. */
  public RefCell(Journal journal, T initial) {
    this.journal = journal;
    this.value = initial;
  }

  /** The value now. */
  public T get() {
    return value;
  }

  /** Overwrites the value. */
  public void set(T newValue) {
    journal.log(this, 0, 0, value);
    value = newValue;
  }

  @Override
  @SuppressWarnings("unchecked") // only values of this cell are logged under its name
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    value = (T) Objects.requireNonNull(oldRef);
  }
}
