package io.kubehop.core.host;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.Undoable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A journalled hash map from one or two addresses and a number (such as ports and protocol) to a
 * value. Looking up allocates nothing.
 *
 * @param <V> the type of the values
 */
final class AddressMap<V> implements Undoable {
  private static final IpAddress NO_ADDRESS = new IpAddress(0, 0);
  private static final int ADDED = 0;
  private static final int REMOVED = 1;

  private final Journal journal;
  private @Nullable Entry[] buckets = new @Nullable Entry[8];
  private int size;

  AddressMap(Journal journal) {
    this.journal = journal;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The value of one address and a number. */
  @Nullable V get(long high, long low, long number) {
    return get(high, low, 0, 0, number);
  }

  /** The value of two addresses and a number. */
  @SuppressWarnings("unchecked") // only values of type V are put
  @Nullable V get(long high, long low, long otherHigh, long otherLow, long number) {
    Entry entry = find(high, low, otherHigh, otherLow, number);
    return entry == null ? null : (V) entry.value;
  }

  void put(IpAddress address, long number, V value) {
    put(address, NO_ADDRESS, number, value);
  }

  void put(IpAddress address, IpAddress other, long number, V value) {
    remove(address, other, number);
    Entry entry =
        new Entry(
            address.high(),
            address.low(),
            other.high(),
            other.low(),
            number,
            Objects.requireNonNull(value));
    link(entry);
    journal.log(this, ADDED, 0, entry);
  }

  boolean remove(IpAddress address, long number) {
    return remove(address, NO_ADDRESS, number);
  }

  boolean remove(IpAddress address, IpAddress other, long number) {
    Entry entry = find(address.high(), address.low(), other.high(), other.low(), number);
    if (entry == null) {
      return false;
    }
    unlink(entry);
    journal.log(this, REMOVED, 0, entry);
    return true;
  }

  private @Nullable Entry find(long high, long low, long otherHigh, long otherLow, long number) {
    Entry entry = buckets[bucket(high, low, otherHigh, otherLow, number)];
    while (entry != null
        && !(entry.low == low
            && entry.number == number
            && entry.otherLow == otherLow
            && entry.high == high
            && entry.otherHigh == otherHigh)) {
      entry = entry.next;
    }
    return entry;
  }

  /** The values in order of address and number. */
  @SuppressWarnings("unchecked") // only values of type V are put
  List<V> values() {
    List<Entry> entries = new ArrayList<>(size);
    for (Entry head : buckets) {
      for (Entry entry = head; entry != null; entry = entry.next) {
        entries.add(entry);
      }
    }
    entries.sort(
        Comparator.comparing((Entry entry) -> new IpAddress(entry.high, entry.low))
            .thenComparing(entry -> new IpAddress(entry.otherHigh, entry.otherLow))
            .thenComparingLong(entry -> entry.number));
    return entries.stream().map(entry -> (V) entry.value).toList();
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    if (oldRef instanceof Entry entry) {
      if (slot == ADDED) {
        unlink(entry);
      } else {
        link(entry);
      }
    }
  }

  private void link(Entry entry) {
    if (size >= buckets.length) {
      grow();
    }
    int bucket = bucket(entry);
    entry.next = buckets[bucket];
    buckets[bucket] = entry;
    size++;
  }

  private void unlink(Entry entry) {
    int bucket = bucket(entry);
    Entry before = null;
    Entry at = buckets[bucket];
    while (at != null && at != entry) {
      before = at;
      at = at.next;
    }
    if (before == null) {
      buckets[bucket] = entry.next;
    } else {
      before.next = entry.next;
    }
    entry.next = null;
    size--;
  }

  private void grow() {
    @Nullable Entry[] old = buckets;
    buckets = new @Nullable Entry[old.length * 2];
    for (Entry head : old) {
      Entry entry = head;
      while (entry != null) {
        Entry next = entry.next;
        int bucket = bucket(entry);
        entry.next = buckets[bucket];
        buckets[bucket] = entry;
        entry = next;
      }
    }
  }

  private int bucket(Entry entry) {
    return bucket(entry.high, entry.low, entry.otherHigh, entry.otherLow, entry.number);
  }

  private int bucket(long high, long low, long otherHigh, long otherLow, long number) {
    long hash = (low + number * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L ^ high;
    hash = (hash ^ (hash >>> 31)) * 0x94D049BB133111EBL + otherLow;
    hash = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L + otherHigh;
    hash = (hash ^ (hash >>> 32)) * 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32) & (buckets.length - 1);
  }

  private static final class Entry {
    final long high;
    final long low;
    final long otherHigh;
    final long otherLow;
    final long number;
    final Object value;
    @Nullable Entry next;

    Entry(long high, long low, long otherHigh, long otherLow, long number, Object value) {
      this.high = high;
      this.low = low;
      this.otherHigh = otherHigh;
      this.otherLow = otherLow;
      this.number = number;
      this.value = value;
    }
  }
}
