package io.kubehop.core.ipvs;

import io.kubehop.core.time.Journal;
import io.kubehop.core.time.Undoable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A hash chained through its elements, so that inserting and finding allocate nothing. In a chain,
 * the newest element comes first, as in the kernel's tables; keeping chains in that order also lets
 * an undone removal find its place again.
 *
 * @param <E> the type of the elements
 */
final class ChainedHash<E extends ChainNode<E>> implements Undoable {
  private static final int INSERTED = 0;
  private static final int REMOVED = 1;

  private final Journal journal;
  private @Nullable ChainNode<E>[] heads;
  private int size;

  ChainedHash(Journal journal) {
    this.journal = journal;
    this.heads = newHeads(64);
  }

  int size() {
    return size;
  }

  /**
   * The first of the elements that share a bucket with this hash; the others follow through {@code
   * nextInChain}.
   */
  @SuppressWarnings("unchecked") // only elements are linked
  @Nullable E chain(int hash) {
    return (E) heads[bucket(hash)];
  }

  void insert(E element) {
    link(element);
    journal.log(this, INSERTED, 0, element);
  }

  void remove(E element) {
    unlink(element);
    journal.log(this, REMOVED, 0, element);
  }

  /** Visits every element, in no particular order. The visitor must not change the hash. */
  @SuppressWarnings("unchecked") // only elements are linked
  void forEach(Consumer<? super E> visitor) {
    for (ChainNode<E> head : heads) {
      for (E element = (E) head; element != null; element = element.nextInChain) {
        visitor.accept(element);
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked") // only elements are logged under its name
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    if (oldRef == null) {
      return;
    }
    if (slot == INSERTED) {
      unlink((E) oldRef);
    } else {
      link((E) oldRef);
    }
  }

  private void link(E element) {
    if (size >= heads.length) {
      grow();
    }
    place(element);
    size++;
  }

  private void place(E element) {
    int bucket = bucket(element.chainHash());
    E before = null;
    E after = chain(element.chainHash());
    while (after != null && after.sequence > element.sequence) {
      before = after;
      after = after.nextInChain;
    }
    element.nextInChain = after;
    if (before == null) {
      heads[bucket] = element;
    } else {
      before.nextInChain = element;
    }
  }

  private void unlink(E element) {
    E before = null;
    E at = chain(element.chainHash());
    while (at != null && at != element) {
      before = at;
      at = at.nextInChain;
    }
    if (at == null) {
      throw new IllegalStateException("not in the table: " + element);
    }
    if (before == null) {
      heads[bucket(element.chainHash())] = element.nextInChain;
    } else {
      before.nextInChain = element.nextInChain;
    }
    element.nextInChain = null;
    size--;
  }

  @SuppressWarnings("unchecked") // only elements are linked
  private void grow() {
    @Nullable ChainNode<E>[] old = heads;
    heads = newHeads(old.length * 2);
    for (ChainNode<E> head : old) {
      E element = (E) head;
      while (element != null) {
        E next = element.nextInChain;
        place(element);
        element = next;
      }
    }
  }

  private int bucket(int hash) {
    return hash & (heads.length - 1);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java makes no arrays of generic types
  private @Nullable ChainNode<E>[] newHeads(int length) {
    return (@Nullable ChainNode<E>[]) new ChainNode[length];
  }
}
