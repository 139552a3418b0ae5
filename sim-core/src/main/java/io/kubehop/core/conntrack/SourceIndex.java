package io.kubehop.core.conntrack;

import io.kubehop.core.time.Journal;
import io.kubehop.core.time.Undoable;
import org.jspecify.annotations.Nullable;

/**
 * The connections by what their first packet had as source address, port and protocol
 * (nf_nat_bysource): a source that is translated already gets the same translation towards other
 * destinations.
 */
final class SourceIndex implements Undoable {
  private static final int INSERTED = 0;
  private static final int REMOVED = 1;

  private final Journal journal;
  private @Nullable Connection[] buckets = new @Nullable Connection[64];
  private int size;

  SourceIndex(Journal journal) {
    this.journal = journal;
  }

  /**
   * The first connection from the source of a tuple, in chain order; follow {@code nextBySource}
   * and compare.
   */
  @Nullable Connection first(Tuple source) {
    return buckets[bucket(source)];
  }

  void insert(Connection connection) {
    link(connection);
    journal.log(this, INSERTED, 0, connection);
  }

  void remove(Connection connection) {
    unlink(connection);
    journal.log(this, REMOVED, 0, connection);
  }

  static boolean sameSource(Tuple a, Tuple b) {
    return a.sourceLow == b.sourceLow
        && a.sourceHigh == b.sourceHigh
        && a.sourcePort == b.sourcePort
        && a.protocol == b.protocol;
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    if (oldRef instanceof Connection connection) {
      if (slot == INSERTED) {
        unlink(connection);
      } else {
        link(connection);
      }
    }
  }

  private void link(Connection connection) {
    if (size >= buckets.length) {
      grow();
    }
    int bucket = bucket(connection.original);
    connection.nextBySource = buckets[bucket];
    buckets[bucket] = connection;
    size++;
  }

  private void unlink(Connection connection) {
    int bucket = bucket(connection.original);
    Connection before = null;
    Connection at = buckets[bucket];
    while (at != null && at != connection) {
      before = at;
      at = at.nextBySource;
    }
    if (at == null) {
      throw new IllegalStateException("connection is not in the index");
    }
    if (before == null) {
      buckets[bucket] = connection.nextBySource;
    } else {
      before.nextBySource = connection.nextBySource;
    }
    connection.nextBySource = null;
    size--;
  }

  private void grow() {
    @Nullable Connection[] old = buckets;
    buckets = new @Nullable Connection[old.length * 2];
    for (Connection head : old) {
      Connection at = head;
      while (at != null) {
        Connection next = at.nextBySource;
        int bucket = bucket(at.original);
        at.nextBySource = buckets[bucket];
        buckets[bucket] = at;
        at = next;
      }
    }
  }

  private int bucket(Tuple source) {
    long h = source.sourceLow * 0x9E3779B97F4A7C15L + source.sourceHigh;
    h = (h ^ (h >>> 32)) * 0xBF58476D1CE4E5B9L + ((long) source.sourcePort << 8 | source.protocol);
    h = (h ^ (h >>> 29)) * 0x94D049BB133111EBL;
    return (int) (h >>> 32) & (buckets.length - 1);
  }
}
