package io.kubehop.core.conntrack;

import io.kubehop.core.time.Journal;
import io.kubehop.core.time.Undoable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hash of all confirmed tuples, both directions of each connection. Chained through the tuples
 * themselves, so that inserting and finding allocate nothing.
 */
final class TupleTable implements Undoable {
  private static final int INSERTED = 0;
  private static final int REMOVED = 1;

  private final Journal journal;
  private @Nullable Tuple[] buckets = new @Nullable Tuple[64];
  private int size;

  TupleTable(Journal journal) {
    this.journal = journal;
  }

  int size() {
    return size;
  }

  @Nullable Tuple find(Tuple key) {
    Tuple tuple = buckets[bucket(key)];
    while (tuple != null && !tuple.sameAs(key)) {
      tuple = tuple.nextInBucket;
    }
    return tuple;
  }

  void insert(Tuple tuple) {
    link(tuple);
    journal.log(this, INSERTED, 0, tuple);
  }

  void remove(Tuple tuple) {
    unlink(tuple);
    journal.log(this, REMOVED, 0, tuple);
  }

  /** Visits every tuple, in no particular order. The visitor must not change the table. */
  void forEach(Consumer<Tuple> visitor) {
    for (Tuple head : buckets) {
      for (Tuple tuple = head; tuple != null; tuple = tuple.nextInBucket) {
        visitor.accept(tuple);
      }
    }
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    if (oldRef instanceof Tuple tuple) {
      if (slot == INSERTED) {
        unlink(tuple);
      } else {
        link(tuple);
      }
    }
  }

  private void link(Tuple tuple) {
    if (size >= buckets.length) {
      grow();
    }
    int bucket = bucket(tuple);
    tuple.nextInBucket = buckets[bucket];
    buckets[bucket] = tuple;
    size++;
  }

  private void unlink(Tuple tuple) {
    int bucket = bucket(tuple);
    Tuple before = null;
    Tuple at = buckets[bucket];
    while (at != null && at != tuple) {
      before = at;
      at = at.nextInBucket;
    }
    if (at == null) {
      throw new IllegalStateException("tuple is not in the table: " + tuple.toFiveTuple());
    }
    if (before == null) {
      buckets[bucket] = tuple.nextInBucket;
    } else {
      before.nextInBucket = tuple.nextInBucket;
    }
    tuple.nextInBucket = null;
    size--;
  }

  private void grow() {
    @Nullable Tuple[] old = buckets;
    buckets = new @Nullable Tuple[old.length * 2];
    for (Tuple head : old) {
      Tuple tuple = head;
      while (tuple != null) {
        Tuple next = tuple.nextInBucket;
        int bucket = bucket(tuple);
        tuple.nextInBucket = buckets[bucket];
        buckets[bucket] = tuple;
        tuple = next;
      }
    }
  }

  private int bucket(Tuple tuple) {
    return tuple.hash() & (buckets.length - 1);
  }
}
