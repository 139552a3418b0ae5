package io.kubehop.core.time;

import java.util.Arrays;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * When the pending events are due: tickets in the total order of (time, ticket). A 4-ary heap whose
 * keys lie side by side in one array, so that the four children of a place share a cache line.
 *
 * <p>Taking the first leaves a hole at the top. An event mostly schedules another one, which then
 * takes that place and sinks as far as it must; only otherwise is the hole closed from the end.
 */
final class EventHeap implements Undoable {
  private static final int LOG_ARITY = 2;
  private static final int ARITY = 1 << LOG_ARITY;

  // What an undo record restores; the index of a key stands above this bit.
  private static final int KEY = 0;
  private static final int SIZE = 1;

  private final Journal journal;
  private long[] keys = new long[32]; // time and ticket by turns
  private int size; // places in use, the hole included
  private boolean hole;

  /** Takes one entry. */
  interface Visitor {
    void visit(long time, long ticket);
  }

  EventHeap(Journal journal) {
    this.journal = journal;
  }

  int size() {
    return hole ? size - 1 : size;
  }

  /** Time of the first entry. There must be one. */
  long firstTime() {
    closeHole();
    return keys[0];
  }

  /** Ticket of the first entry. There must be one. */
  long firstTicket() {
    closeHole();
    return keys[1];
  }

  /** Takes the first entry out. There must be one. */
  void removeFirst() {
    closeHole();
    setSize(size, true);
  }

  void add(long time, long ticket) {
    if (hole) {
      setSize(size, false);
      siftDown(0, time, ticket);
      return;
    }
    if (2 * size == keys.length) {
      keys = Arrays.copyOf(keys, 4 * size);
    }
    setSize(size + 1, false);
    siftUp(size - 1, time, ticket);
  }

  /** Drops all entries but those that pass. No savepoint may be open. */
  void retain(LongPredicate tickets) {
    closeHole();
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (tickets.test(keys[2 * i + 1])) {
        keys[2 * kept] = keys[2 * i];
        keys[2 * kept + 1] = keys[2 * i + 1];
        kept++;
      }
    }
    size = kept;
    for (int i = (kept - 2) >> LOG_ARITY; i >= 0; i--) {
      siftDown(i, keys[2 * i], keys[2 * i + 1]);
    }
  }

  /** Hands out all entries in order. */
  void forEachInOrder(Visitor entries) {
    closeHole();
    Integer[] places = new Integer[size];
    Arrays.setAll(places, i -> i);
    Arrays.sort(places, (a, b) -> order(a, b));
    for (int place : places) {
      entries.visit(keys[2 * place], keys[2 * place + 1]);
    }
  }

  private int order(int a, int b) {
    int byTime = Long.compare(keys[2 * a], keys[2 * b]);
    return byTime != 0 ? byTime : Long.compare(keys[2 * a + 1], keys[2 * b + 1]);
  }

  private void closeHole() {
    if (hole) {
      int last = size - 1;
      setSize(last, false);
      if (last > 0) {
        siftDown(0, keys[2 * last], keys[2 * last + 1]);
      }
    }
  }

  private void siftUp(int from, long time, long ticket) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) >> LOG_ARITY;
      long parentTime = keys[2 * parent];
      if (parentTime < time || (parentTime == time && keys[2 * parent + 1] < ticket)) {
        break;
      }
      put(place, parentTime, keys[2 * parent + 1]);
      place = parent;
    }
    put(place, time, ticket);
  }

  private void siftDown(int from, long time, long ticket) {
    long[] sorted = keys;
    int place = from;
    while (true) {
      int best = (place << LOG_ARITY) + 1;
      if (best >= size) {
        break;
      }
      int end = Math.min(best + ARITY, size);
      long bestTime = sorted[2 * best];
      long bestTicket = sorted[2 * best + 1];
      for (int child = best + 1; child < end; child++) {
        long childTime = sorted[2 * child];
        if (childTime < bestTime || (childTime == bestTime && sorted[2 * child + 1] < bestTicket)) {
          best = child;
          bestTime = childTime;
          bestTicket = sorted[2 * child + 1];
        }
      }
      if (time < bestTime || (time == bestTime && ticket < bestTicket)) {
        break;
      }
      put(place, bestTime, bestTicket);
      place = best;
    }
    put(place, time, ticket);
  }

  private void put(int place, long time, long ticket) {
    int index = 2 * place;
    if (journal.isOpen()) {
      journal.log(this, index << 1 | KEY, keys[index], null);
      journal.log(this, (index + 1) << 1 | KEY, keys[index + 1], null);
    }
    keys[index] = time;
    keys[index + 1] = ticket;
  }

  private void setSize(int value, boolean withHole) {
    journal.log(this, SIZE, (long) size << 1 | (hole ? 1 : 0), null);
    size = value;
    hole = withHole;
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    if ((slot & 1) == SIZE) {
      size = (int) (oldLong >> 1);
      hole = (oldLong & 1) != 0;
    } else {
      keys[slot >> 1] = oldLong;
    }
  }
}
