package io.kubehop.core.time;

import org.jspecify.annotations.Nullable;

/**
 * A reference that may be absent and that a {@link Journal} can put back, otherwise as {@link
 * RefCell}.
 *
 * @param <T> the type of the value
 */
public final class NullableCell<T> implements Undoable {
  private final Journal journal;
  private @Nullable T value;

  /** Makes an empty cell that logs to the journal. */
  public NullableCell(Journal journal) {
    this.journal = journal;
  }

  /** The value now. */
  public @Nullable T get() {
    return value;
  }

  /** Overwrites the value. */
  public void set(@Nullable T newValue) {
    journal.log(this, 0, 0, value);
    value = newValue;
  }

  @Override
  @SuppressWarnings("unchecked") // only values of this cell are logged under its name
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    value = (T) oldRef;
  }
}
