package io.kubehop.core.time;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The pending events, in the total order of (time, sequence number): scheduling and taking allocate
 * nothing, and equal times keep the order in which they were scheduled.
 *
 * <p>An event is <em>work</em> if a cluster has not settled before it ran (a watch notification, a
 * proxy sync), or a <em>timer</em> if nobody waits for it (a time-out, a packet in flight).
 *
 * <p>What an event is lies in a slot; the {@link EventHeap} orders tickets, each of which names a
 * sequence number and a slot. A cancelled event leaves its slot at once; its ticket, which then
 * fits no slot, stays in the heap until it comes to the top or such tickets are the most.
 */
final class EventQueue implements Undoable, Digestible {
  private static final int SLOT_BITS = 24;
  private static final int SLOT_MASK = (1 << SLOT_BITS) - 1;
  private static final int FEW = 64;

  // The words of a slot.
  private static final int WORDS = 4;
  private static final int TICKET = 0;
  private static final int OPERAND = 1;
  private static final int KIND = 2; // and in the lowest bit, whether it is work
  private static final int ACTIVITY = 3;
  private static final long FREE = -1;

  // What an undo record restores; an index stands above these bits.
  private static final int FIELD_BITS = 2;
  private static final int COUNTS = 0;
  private static final int FREE_LIST = 1;
  private static final int CONTENT = 2;

  private final Journal journal;
  private final EventHeap heap;
  private int workCount;
  private int staleCount; // tickets in the heap whose event was cancelled
  private int slotsUsed; // slots that hold an event or are in the free list
  private int freeCount;
  private int[] free = new int[16];
  private long[] words = new long[16 * WORDS];
  private @Nullable Object[] objects = new @Nullable Object[32]; // handler and payload by turns

  EventQueue(Journal journal) {
    this.journal = journal;
    this.heap = new EventHeap(journal);
  }

  boolean isEmpty() {
    return heap.size() == staleCount;
  }

  boolean hasWork() {
    return workCount > 0;
  }

  /** Due time of the earliest event; {@code Long.MAX_VALUE} if there is none. */
  long nextTime() {
    if (staleCount > 0) {
      dropStale();
    }
    return heap.size() == 0 ? Long.MAX_VALUE : heap.firstTime();
  }

  /** The activity that the earliest event belongs to; there must be one. */
  long nextActivity() {
    if (staleCount > 0) {
      dropStale();
    }
    return words[(int) (heap.firstTicket() & SLOT_MASK) * WORDS + ACTIVITY];
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
    long ticket = sequence << SLOT_BITS | slot;
    int first = slot * WORDS;
    words[first + TICKET] = ticket;
    words[first + OPERAND] = operand;
    words[first + KIND] = (long) kind << 1 | (isWork ? 1 : 0);
    words[first + ACTIVITY] = activity;
    keep(2 * slot, handler);
    keep(2 * slot + 1, payload);
    heap.add(time, ticket);
    if (isWork) {
      setCounts(workCount + 1, staleCount, slotsUsed, freeCount);
    }
    return ticket;
  }

  /** Takes an event out that is still pending. Returns whether it was. */
  boolean cancel(long ticket) {
    if (isStale(ticket)) {
      return false;
    }
    releaseSlot((int) (ticket & SLOT_MASK));
    setCounts(workCount, staleCount + 1, slotsUsed, freeCount);
    if (staleCount > FEW && 2 * staleCount > heap.size() && !journal.isOpen()) {
      heap.retain(kept -> !isStale(kept));
      staleCount = 0;
    }
    return true;
  }

  /** Takes the earliest event out and runs it. The queue must not be empty. */
  void runFirst() {
    if (staleCount > 0) {
      dropStale();
    }
    int slot = (int) (heap.firstTicket() & SLOT_MASK);
    int first = slot * WORDS;
    Object handler = objects[2 * slot];
    int kind = (int) (words[first + KIND] >> 1);
    long operand = words[first + OPERAND];
    Object payload = objects[2 * slot + 1];
    heap.removeFirst();
    releaseSlot(slot);
    ((EventHandler) Objects.requireNonNull(handler)).onEvent(kind, operand, payload);
  }

  /** Writes only what differs: a reference costs the collector's barrier, and most stay. */
  private void keep(int index, @Nullable Object object) {
    if (objects[index] != object) {
      objects[index] = object;
    }
  }

  private boolean isStale(long ticket) {
    int slot = (int) (ticket & SLOT_MASK);
    return slot >= slotsUsed || words[slot * WORDS + TICKET] != ticket;
  }

  private void dropStale() {
    while (heap.size() > 0 && isStale(heap.firstTicket())) {
      heap.removeFirst();
      setCounts(workCount, staleCount - 1, slotsUsed, freeCount);
    }
  }

  private int takeSlot() {
    int slot;
    if (freeCount > 0) {
      slot = free[freeCount - 1];
      setCounts(workCount, staleCount, slotsUsed, freeCount - 1);
    } else {
      if (slotsUsed > SLOT_MASK) {
        throw new IllegalStateException("more than " + SLOT_MASK + " pending events");
      }
      if (2 * slotsUsed == objects.length) {
        growSlots();
      }
      slot = slotsUsed;
      words[slot * WORDS + TICKET] = FREE;
      setCounts(workCount, staleCount, slotsUsed + 1, freeCount);
    }
    logContent(slot);
    return slot;
  }

  private void releaseSlot(int slot) {
    logContent(slot);
    int first = slot * WORDS;
    boolean wasWork = (words[first + KIND] & 1) != 0;
    words[first + TICKET] = FREE; // its objects stay until the slot is used again
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, freeCount * 2);
    }
    journal.log(this, freeCount << FIELD_BITS | FREE_LIST, free[freeCount], null);
    free[freeCount] = slot;
    setCounts(wasWork ? workCount - 1 : workCount, staleCount, slotsUsed, freeCount + 1);
  }

  private void growSlots() {
    int capacity = slotsUsed * 2;
    words = Arrays.copyOf(words, capacity * WORDS);
    objects = Arrays.copyOf(objects, capacity * 2);
  }

  private void setCounts(int work, int stale, int used, int unused) {
    if (journal.isOpen()) {
      journal.log(this, COUNTS, 0, new Counts(workCount, staleCount, slotsUsed, freeCount));
    }
    workCount = work;
    staleCount = stale;
    slotsUsed = used;
    freeCount = unused;
  }

  private void logContent(int slot) {
    if (journal.isOpen()) {
      Content content =
          new Content(
              Arrays.copyOfRange(words, slot * WORDS, (slot + 1) * WORDS),
              objects[2 * slot],
              objects[2 * slot + 1]);
      journal.log(this, slot << FIELD_BITS | CONTENT, 0, content);
    }
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    int index = slot >>> FIELD_BITS;
    if (oldRef instanceof Counts counts) {
      workCount = counts.work;
      staleCount = counts.stale;
      slotsUsed = counts.used;
      freeCount = counts.free;
    } else if (oldRef instanceof Content content) {
      System.arraycopy(content.words, 0, words, index * WORDS, WORDS);
      objects[2 * index] = content.handler;
      objects[2 * index + 1] = content.payload;
    } else {
      free[index] = (int) oldLong;
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    // In due order, not in heap order: the heap's shape depends on history, behaviour does not.
    digest.add(heap.size() - staleCount);
    heap.forEachInOrder(
        (time, ticket) -> {
          if (!isStale(ticket)) {
            int first = (int) (ticket & SLOT_MASK) * WORDS;
            digest.add(time).add(ticket >>> SLOT_BITS);
            digest.add(words[first + KIND] >> 1).add(words[first + OPERAND]);
          }
        });
  }

  private record Counts(int work, int stale, int used, int free) {}

  private record Content(long[] words, @Nullable Object handler, @Nullable Object payload) {}
}
