package io.kubehop.core.time;

import org.jspecify.annotations.Nullable;

/**
 * Something that holds mutable state and can put an old value back when a {@link Journal} is rolled
 * back.
 */
public interface Undoable {

  /**
   * Restores one value. Called in the reverse order of the writes, so the owner is in exactly the
   * state that it was in just after the write.
   *
   * @param slot which value, in the owner's own numbering
   * @param oldLong the old value if it is primitive
   * @param oldRef the old value if it is a reference
   */
  void undo(int slot, long oldLong, @Nullable Object oldRef);
}
