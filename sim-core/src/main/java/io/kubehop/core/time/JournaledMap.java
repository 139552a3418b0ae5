package io.kubehop.core.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A map that a {@link Journal} can put back, iterated in order of insertion. Undoing a removal
 * links the entry in again just where it was (a removed entry remembers its neighbours, and undo
 * runs strictly backwards), so that the order after a rollback is the order before.
 *
 * @param <K> keys, with a sound {@code equals} and {@code hashCode}
 * @param <V> values, immutable or journalled themselves
 */
public final class JournaledMap<K, V> implements Undoable {
  private static final int INSERTED = 0;
  private static final int REMOVED = 1;
  private static final int REPLACED = 2;

  private final Journal journal;
  private final Map<K, Entry<K, V>> index = new HashMap<>(); // never iterated
  private @Nullable Entry<K, V> first;
  private @Nullable Entry<K, V> last;

  /** Makes an empty map that logs to the journal. */
  public JournaledMap(Journal journal) {
    this.journal = journal;
  }

  /** The value of a key, or null. */
  public @Nullable V get(K key) {
    Entry<K, V> entry = index.get(key);
    return entry == null ? null : entry.value;
  }

  /** Whether the key is there. */
  public boolean containsKey(K key) {
    return index.containsKey(key);
  }

  /** The number of entries. */
  public int size() {
    return index.size();
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return index.isEmpty();
  }

  /** Sets a key's value; a new key goes to the end of the order, a known one keeps its place. */
  public void put(K key, V value) {
    Entry<K, V> entry = index.get(key);
    if (entry == null) {
      entry = new Entry<>(key, value);
      entry.before = last;
      index.put(key, entry);
      link(entry);
      journal.log(this, INSERTED, 0, entry);
    } else {
      journal.log(this, REPLACED, 0, new Replaced<>(entry, entry.value));
      entry.value = value;
    }
  }

  /** The value of a key, made and stored first if it is absent. */
  public V computeIfAbsent(K key, Function<? super K, ? extends V> make) {
    V value = get(key);
    if (value == null) {
      value = make.apply(key);
      put(key, value);
    }
    return value;
  }

  /** Takes a key out; returns its value, or null if it was not there. */
  public @Nullable V remove(K key) {
    Entry<K, V> entry = index.remove(key);
    if (entry == null) {
      return null;
    }
    unlink(entry);
    journal.log(this, REMOVED, 0, entry);
    return entry.value;
  }

  /** Takes every key out. */
  public void clear() {
    while (first != null) {
      remove(first.key);
    }
  }

  /** The values in order, as they are now. */
  public List<V> values() {
    List<V> values = new ArrayList<>(size());
    for (Entry<K, V> entry = first; entry != null; entry = entry.after) {
      values.add(entry.value);
    }
    return values;
  }

  /** The first value in order that is as wanted, or null. Makes no copy. */
  public @Nullable V first(Predicate<? super V> wanted) {
    Entry<K, V> entry = first;
    while (entry != null && !wanted.test(entry.value)) {
      entry = entry.after;
    }
    return entry == null ? null : entry.value;
  }

  /** The keys in order, as they are now. */
  public List<K> keys() {
    List<K> keys = new ArrayList<>(size());
    for (Entry<K, V> entry = first; entry != null; entry = entry.after) {
      keys.add(entry.key);
    }
    return keys;
  }

  /**
   * Visits the entries in order. The visitor may remove the entry that it is given, and no other.
   */
  public void forEach(BiConsumer<? super K, ? super V> visitor) {
    Entry<K, V> entry = first;
    while (entry != null) {
      Entry<K, V> next = entry.after;
      visitor.accept(entry.key, entry.value);
      entry = next;
    }
  }

  @Override
  @SuppressWarnings("unchecked") // only entries of this map are logged under its name
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    if (oldRef instanceof Replaced<?, ?> replaced) {
      Replaced<K, V> old = (Replaced<K, V>) replaced;
      old.entry().value = old.value();
    } else if (oldRef instanceof Entry<?, ?> logged) {
      Entry<K, V> entry = (Entry<K, V>) logged;
      if (slot == INSERTED) {
        index.remove(entry.key);
        unlink(entry);
      } else {
        index.put(entry.key, entry);
        link(entry);
      }
    }
  }

  private void link(Entry<K, V> entry) {
    if (entry.before == null) {
      first = entry;
    } else {
      entry.before.after = entry;
    }
    if (entry.after == null) {
      last = entry;
    } else {
      entry.after.before = entry;
    }
  }

  private void unlink(Entry<K, V> entry) {
    if (entry.before == null) {
      first = entry.after;
    } else {
      entry.before.after = entry.after;
    }
    if (entry.after == null) {
      last = entry.before;
    } else {
      entry.after.before = entry.before;
    }
  }

  private static final class Entry<K, V> {
    final K key;
    V value;
    @Nullable Entry<K, V> before;
    @Nullable Entry<K, V> after;

    Entry(K key, V value) {
      this.key = key;
      this.value = value;
    }
  }

  private record Replaced<K, V>(Entry<K, V> entry, V value) {}
}
