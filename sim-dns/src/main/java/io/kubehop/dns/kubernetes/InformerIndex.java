package io.kubehop.dns.kubernetes;

import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the objects of a view by something that they say, such as an address. */
final class InformerIndex<T extends KubeObject> {
  private final Journal journal;
  private final Function<T, Collection<String>> keysOf;
  private final JournaledMap<String, JournaledMap<ObjectKey, T>> entries;

  InformerIndex(Journal journal, Function<T, Collection<String>> keysOf) {
    this.journal = journal;
    this.keysOf = keysOf;
    this.entries = new JournaledMap<>(journal);
  }

  /** The objects under a key, in the order of their names. */
  List<T> get(String key) {
    JournaledMap<ObjectKey, T> found = entries.get(key);
    if (found == null) {
      return List.of();
    }
    List<T> objects = new ArrayList<>(found.values());
    objects.sort(Comparator.comparing(KubeObject::key));
    return objects;
  }

  /** Takes a change over; either side is null where the object is not there. */
  void update(@Nullable T before, @Nullable T after) {
    if (before != null) {
      for (String key : new LinkedHashSet<>(keysOf.apply(before))) {
        remove(key, before.key());
      }
    }
    if (after != null) {
      for (String key : keysOf.apply(after)) {
        entries.computeIfAbsent(key, k -> new JournaledMap<>(journal)).put(after.key(), after);
      }
    }
  }

  private void remove(String key, ObjectKey object) {
    JournaledMap<ObjectKey, T> found = entries.get(key);
    if (found != null) {
      found.remove(object);
      if (found.isEmpty()) {
        entries.remove(key);
      }
    }
  }
}
