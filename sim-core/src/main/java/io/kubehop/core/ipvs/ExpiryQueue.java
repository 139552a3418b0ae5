package io.kubehop.core.ipvs;

import io.kubehop.core.time.Journal;
import io.kubehop.core.time.Undoable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The connections in the order in which their timers fire: a binary heap. A timer that is put off,
 * as each packet does, costs nothing here; the heap learns of it when the old time comes.
 *
 * <p>Of timers that fire at the same time, those of templates come last, so that a client is let go
 * with its last connection.
 */
final class ExpiryQueue implements Undoable {
  private static final int SIZE_SLOT = -1;

  private final Journal journal;
  private int size;
  private @Nullable IpvsConnection[] heap = new @Nullable IpvsConnection[64];
  private long[] times = new long[64];

  ExpiryQueue(Journal journal) {
    this.journal = journal;
  }

  /** Adds a connection, by its {@code firesAt}. */
  void add(IpvsConnection connection) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
      times = Arrays.copyOf(times, size * 2);
    }
    setSize(size + 1);
    siftUp(size - 1, connection, connection.firesAt());
  }

  /** The timer of a connection in the queue was set anew. */
  void moved(IpvsConnection connection) {
    int place = connection.queuePlace;
    if (connection.firesAt() < times[place]) {
      siftUp(place, connection, connection.firesAt());
    }
  }

  void remove(IpvsConnection connection) {
    int place = connection.queuePlace;
    int last = size - 1;
    IpvsConnection moved = at(last);
    long time = times[last];
    journal.log(this, last, time, moved);
    heap[last] = null;
    setSize(last);
    if (place < last) {
      if (place > 0 && isBefore(moved, time, at((place - 1) / 2), times[(place - 1) / 2])) {
        siftUp(place, moved, time);
      } else {
        siftDown(place, moved, time);
      }
    }
  }

  /** The connection whose timer fires first; null if none fires up to a time. */
  @Nullable IpvsConnection firstUpTo(long limit) {
    while (size > 0 && times[0] <= limit) {
      IpvsConnection first = at(0);
      if (first.firesAt() <= times[0]) {
        return first;
      }
      siftDown(0, first, first.firesAt());
    }
    return null;
  }

  private void siftUp(int from, IpvsConnection connection, long time) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) / 2;
      if (!isBefore(connection, time, at(parent), times[parent])) {
        break;
      }
      put(place, at(parent), times[parent]);
      place = parent;
    }
    put(place, connection, time);
  }

  private void siftDown(int from, IpvsConnection connection, long time) {
    int place = from;
    while (true) {
      int child = place * 2 + 1;
      if (child >= size) {
        break;
      }
      int right = child + 1;
      if (right < size && isBefore(at(right), times[right], at(child), times[child])) {
        child = right;
      }
      if (!isBefore(at(child), times[child], connection, time)) {
        break;
      }
      put(place, at(child), times[child]);
      place = child;
    }
    put(place, connection, time);
  }

  private static boolean isBefore(
      IpvsConnection connection, long time, IpvsConnection other, long otherTime) {
    return time < otherTime
        || (time == otherTime && !connection.isTemplate() && other.isTemplate());
  }

  private IpvsConnection at(int place) {
    IpvsConnection connection = heap[place];
    if (connection == null) {
      throw new IllegalStateException("no connection at " + place);
    }
    return connection;
  }

  private void put(int place, IpvsConnection connection, long time) {
    journal.log(this, place, times[place], heap[place]);
    heap[place] = connection;
    times[place] = time;
    connection.queuePlace = place;
  }

  private void setSize(int value) {
    journal.log(this, SIZE_SLOT, size, null);
    size = value;
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    if (slot == SIZE_SLOT) {
      size = (int) oldLong;
      return;
    }
    IpvsConnection connection = (IpvsConnection) oldRef;
    heap[slot] = connection;
    times[slot] = oldLong;
    if (connection != null) {
      connection.queuePlace = slot;
    }
  }
}
