package io.kubehop.service.apiserver;

import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the objects of one kind by something other than their key, as client-go's {@code
 * cache.Indexer} does: Pods by node, slices by Service. It is kept up to date within the write that
 * changes the store.
 *
 * @param <T> the kind of the objects
 * @param <K> what they are found by, with a sound {@code equals} and {@code hashCode}
 */
public final class Index<T extends KubeObject, K> {
  private final Journal journal;
  private final Class<T> type;
  private final Function<T, ? extends Collection<K>> keysOf;
  private final JournaledMap<K, JournaledMap<ObjectKey, T>> entries;

  Index(Journal journal, Class<T> type, Function<T, ? extends Collection<K>> keysOf) {
    this.journal = journal;
    this.type = type;
    this.keysOf = keysOf;
    this.entries = new JournaledMap<>(journal);
  }

  /** Returns the objects under a key, in the order of their own keys. */
  public List<T> get(K key) {
    List<T> objects = inOrder(key);
    if (objects.size() > 1) {
      objects.sort(Comparator.comparing(KubeObject::key));
    }
    return objects;
  }

  /** Returns the objects under a key, in the order in which they came under it. */
  public List<T> inOrder(K key) {
    JournaledMap<ObjectKey, T> found = entries.get(key);
    List<T> objects = new ArrayList<>(found == null ? 0 : found.size());
    if (found != null) {
      found.forEach((k, object) -> objects.add(object));
    }
    return objects;
  }

  /** Returns how many objects are under a key. */
  public int count(K key) {
    JournaledMap<ObjectKey, T> found = entries.get(key);
    return found == null ? 0 : found.size();
  }

  /** Takes a change over; either side is null where the object is not there. */
  void update(@Nullable KubeObject before, @Nullable KubeObject after) {
    if (type.isInstance(before == null ? after : before)) {
      Collection<K> oldKeys = keys(before);
      Collection<K> newKeys = keys(after);
      if (before != null && !oldKeys.equals(newKeys)) {
        oldKeys.forEach(key -> remove(key, before));
      }
      newKeys.forEach(key -> put(key, after));
    }
  }

  private Collection<K> keys(@Nullable KubeObject object) {
    return object == null ? List.of() : keysOf.apply(type.cast(object));
  }

  private void put(K key, @Nullable KubeObject object) {
    T typed = type.cast(object);
    if (typed != null) {
      entries.computeIfAbsent(key, k -> new JournaledMap<>(journal)).put(typed.key(), typed);
    }
  }

  private void remove(K key, KubeObject object) {
    JournaledMap<ObjectKey, T> found = entries.get(key);
    if (found != null) {
      found.remove(object.key());
      if (found.isEmpty()) {
        entries.remove(key);
      }
    }
  }
}
