package io.kubehop.core.time;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The pending events, in the total order of (time, sequence number). A 4-ary heap over primitive
 * arrays: scheduling and taking allocate nothing, equal times keep the order in which they were
 * scheduled, and a cancelled event leaves at once.
 *
 * <p>An event is <em>work</em> if a cluster has not settled before it ran (a watch notification, a
 * proxy sync), or a <em>timer</em> if nobody waits for it (a time-out, a packet in flight).
 */
final class EventQueue implements Undoable, Digestible {
  private static final int ARITY = 4;
  private static final int SLOT_BITS = 24;
  private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;

  // What an undo record restores; the index of an array element stands above these bits.
  private static final int FIELD_BITS = 3;
  private static final int SIZE = 0;
  private static final int WORK = 1;
  private static final int FREE_COUNT = 2;
  private static final int HEAP = 3;
  private static final int FREE = 4;
  private static final int CONTENT = 5;
  private static final int POSITION = 6;
  private static final int SLOTS_USED = 7;

  private final Journal journal;
  private int size;
  private int workCount;
  private int[] heap = new int[16]; // slots, heap-ordered
  private int freeCount;
  private int[] free = new int[16]; // slots to reuse
  private int slotsUsed; // slots that hold an event or are in free
  private int[] positions = new int[16]; // slot -> place in heap, or -1
  private long[] times = new long[16];
  private long[] sequences = new long[16];
  private long[] activities = new long[16];
  private int[] kinds = new int[16];
  private boolean[] work = new boolean[16];
  private long[] operands = new long[16];
  private @Nullable EventHandler[] handlers = new @Nullable EventHandler[16];
  private @Nullable Object[] payloads = new @Nullable Object[16];

  EventQueue(Journal journal) {
    this.journal = journal;
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean hasWork() {
    return workCount > 0;
  }

  /** Due time of the earliest event; {@code Long.MAX_VALUE} if there is none. */
  long nextTime() {
    return size == 0 ? Long.MAX_VALUE : times[heap[0]];
  }

  /** The activity that the earliest event belongs to; there must be one. */
  long nextActivity() {
    return activities[heap[0]];
  }

  /** Adds an event; the sequence number must be new. Returns a ticket to cancel it. */
  long add(
      long time,
      long sequence,
      long activity,
      boolean isWork,
      EventHandler handler,
      int kind,
      long operand,
      @Nullable Object payload) {
    int slot = takeSlot();
    if (journal.isOpen()) {
      journal.log(this, slot << FIELD_BITS | CONTENT, 0, content(slot));
    }
    times[slot] = time;
    sequences[slot] = sequence;
    activities[slot] = activity;
    kinds[slot] = kind;
    operands[slot] = operand;
    handlers[slot] = handler;
    payloads[slot] = payload;
    work[slot] = isWork;
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    setSize(size + 1);
    siftUp(size - 1, slot);
    if (isWork) {
      setWorkCount(workCount + 1);
    }
    return sequence << SLOT_BITS | slot;
  }

  /** Takes an event out that is still pending. Returns whether it was. */
  boolean cancel(long ticket) {
    int slot = (int) (ticket & SLOT_MASK);
    if (slot >= slotsUsed || positions[slot] < 0 || sequences[slot] != ticket >>> SLOT_BITS) {
      return false;
    }
    removeAt(positions[slot]);
    releaseSlot(slot);
    return true;
  }

  /** Takes the earliest event out and runs it. The queue must not be empty. */
  void runFirst() {
    int slot = heap[0];
    EventHandler handler = handlers[slot];
    int kind = kinds[slot];
    long operand = operands[slot];
    Object payload = payloads[slot];
    removeAt(0);
    releaseSlot(slot);
    if (handler == null) {
      throw new IllegalStateException("event without a handler");
    }
    handler.onEvent(kind, operand, payload);
  }

  private void removeAt(int position) {
    int moved = heap[size - 1];
    int removed = heap[position];
    setPosition(removed, -1);
    setSize(size - 1);
    if (position < size) {
      if (position > 0 && before(moved, heap[(position - 1) / ARITY])) {
        siftUp(position, moved);
      } else {
        siftDown(position, moved);
      }
    }
  }

  private void siftUp(int from, int slot) {
    int position = from;
    while (position > 0) {
      int parent = (position - 1) / ARITY;
      if (!before(slot, heap[parent])) {
        break;
      }
      place(position, heap[parent]);
      position = parent;
    }
    place(position, slot);
  }

  private void siftDown(int from, int slot) {
    int position = from;
    while (true) {
      int firstChild = position * ARITY + 1;
      if (firstChild >= size) {
        break;
      }
      int best = firstChild;
      int end = Math.min(firstChild + ARITY, size);
      for (int child = firstChild + 1; child < end; child++) {
        if (before(heap[child], heap[best])) {
          best = child;
        }
      }
      if (!before(heap[best], slot)) {
        break;
      }
      place(position, heap[best]);
      position = best;
    }
    place(position, slot);
  }

  private boolean before(int slot, int other) {
    return times[slot] < times[other]
        || (times[slot] == times[other] && sequences[slot] < sequences[other]);
  }

  private void place(int position, int slot) {
    journal.log(this, position << FIELD_BITS | HEAP, heap[position], null);
    heap[position] = slot;
    setPosition(slot, position);
  }

  private int takeSlot() {
    if (freeCount > 0) {
      setFreeCount(freeCount - 1);
      return free[freeCount];
    }
    if (slotsUsed > SLOT_MASK) {
      throw new IllegalStateException("more than " + SLOT_MASK + " pending events");
    }
    if (slotsUsed == times.length) {
      growSlots();
    }
    journal.log(this, SLOTS_USED, slotsUsed, null);
    return slotsUsed++;
  }

  private void releaseSlot(int slot) {
    if (work[slot]) {
      setWorkCount(workCount - 1);
    }
    if (journal.isOpen()) {
      journal.log(this, slot << FIELD_BITS | CONTENT, 0, content(slot));
    }
    handlers[slot] = null;
    payloads[slot] = null;
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, freeCount * 2);
    }
    journal.log(this, freeCount << FIELD_BITS | FREE, free[freeCount], null);
    free[freeCount] = slot;
    setFreeCount(freeCount + 1);
  }

  private void growSlots() {
    int capacity = slotsUsed * 2;
    positions = Arrays.copyOf(positions, capacity);
    times = Arrays.copyOf(times, capacity);
    sequences = Arrays.copyOf(sequences, capacity);
    activities = Arrays.copyOf(activities, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
    work = Arrays.copyOf(work, capacity);
    operands = Arrays.copyOf(operands, capacity);
    handlers = Arrays.copyOf(handlers, capacity);
    payloads = Arrays.copyOf(payloads, capacity);
  }

  private void setSize(int value) {
    journal.log(this, SIZE, size, null);
    size = value;
  }

  private void setWorkCount(int value) {
    journal.log(this, WORK, workCount, null);
    workCount = value;
  }

  private void setFreeCount(int value) {
    journal.log(this, FREE_COUNT, freeCount, null);
    freeCount = value;
  }

  private void setPosition(int slot, int value) {
    journal.log(this, slot << FIELD_BITS | POSITION, positions[slot], null);
    positions[slot] = value;
  }

  private Content content(int slot) {
    return new Content(
        times[slot],
        sequences[slot],
        activities[slot],
        kinds[slot],
        work[slot],
        operands[slot],
        handlers[slot],
        payloads[slot]);
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    int index = slot >>> FIELD_BITS;
    switch (slot & ((1 << FIELD_BITS) - 1)) {
      case SIZE -> size = (int) oldLong;
      case WORK -> workCount = (int) oldLong;
      case FREE_COUNT -> freeCount = (int) oldLong;
      case FREE -> free[index] = (int) oldLong;
      case HEAP -> heap[index] = (int) oldLong;
      case POSITION -> positions[index] = (int) oldLong;
      case SLOTS_USED -> slotsUsed = (int) oldLong;
      case CONTENT -> restore(index, oldRef);
      default -> throw new IllegalStateException("unknown undo record " + slot);
    }
  }

  private void restore(int slot, @Nullable Object oldRef) {
    if (oldRef instanceof Content old) {
      times[slot] = old.time;
      sequences[slot] = old.sequence;
      activities[slot] = old.activity;
      kinds[slot] = old.kind;
      work[slot] = old.work;
      operands[slot] = old.operand;
      handlers[slot] = old.handler;
      payloads[slot] = old.payload;
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    // In due order, not in heap order: the heap's shape depends on history, behaviour does not.
    int[] slots = Arrays.copyOf(heap, size);
    Integer[] ordered = Arrays.stream(slots).boxed().toArray(Integer[]::new);
    Arrays.sort(ordered, (a, b) -> a.equals(b) ? 0 : before(a, b) ? -1 : 1);
    digest.add(size);
    for (int slot : ordered) {
      digest.add(times[slot]).add(sequences[slot]).add(kinds[slot]).add(operands[slot]);
    }
  }

  private record Content(
      long time,
      long sequence,
      long activity,
      int kind,
      boolean work,
      long operand,
      @Nullable EventHandler handler,
      @Nullable Object payload) {}
}
