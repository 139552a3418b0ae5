package io.kubehop.service.apiserver;

import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    JournaledMap<ObjectKey, T> found = entries.get(key);
    if (found == null) {
      return List.of();
    }
    List<T> objects = new ArrayList<>(found.size());
    found.forEach((k, object) -> objects.add(object));
    objects.sort(Comparator.comparing(KubeObject::key));
    return objects;
  }

  /** Returns how many objects are under a key. */
  public int count(K key) {
    JournaledMap<ObjectKey, T> found = entries.get(key);
    return found == null ? 0 : found.size();
  }

  /** Takes a change over; either side is null where the object is not there. */
  void update(@Nullable KubeObject before, @Nullable KubeObject after) {
    Set<K> keys = keys(after);
    for (K key : keys(before)) {
      if (!keys.contains(key)) {
        remove(key, before);
      }
    }
    if (after == null) {
      return;
    }
    for (K key : keys) {
      entries
          .computeIfAbsent(key, k -> new JournaledMap<>(journal))
          .put(after.key(), type.cast(after));
    }
  }

  private Set<K> keys(@Nullable KubeObject object) {
    return type.isInstance(object)
        ? new LinkedHashSet<>(keysOf.apply(type.cast(object)))
        : Set.of();
  }

  private void remove(K key, @Nullable KubeObject object) {
    JournaledMap<ObjectKey, T> found = entries.get(key);
    if (found != null && object != null) {
      found.remove(object.key());
      if (found.isEmpty()) {
        entries.remove(key);
      }
    }
  }
}
