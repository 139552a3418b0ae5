package io.kubehop.service.apiserver;

import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.StateDigest;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.OpaqueObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What etcd is to a cluster: the objects by type and key, in cells that a journal can put back.
 * Kinds that we do not model are kept apart from those that we do, so that another group's {@code
 * Service} does not hide ours.
 */
final class ObjectStore implements Digestible {
  private final Journal journal;
  private final JournaledMap<Class<? extends KubeObject>, JournaledMap<ObjectKey, KubeObject>>
      tables;
  private final List<Index<?, ?>> indexes = new ArrayList<>();

  ObjectStore(Journal journal) {
    this.journal = journal;
    this.tables = new JournaledMap<>(journal);
  }

  @Nullable KubeObject get(Class<? extends KubeObject> type, ObjectKey key) {
    JournaledMap<ObjectKey, KubeObject> table = tables.get(type);
    return table == null ? null : table.get(key);
  }

  /** The object of a key, one of a modelled kind first. */
  @Nullable KubeObject get(ObjectKey key) {
    List<KubeObject> found = new ArrayList<>(1);
    tables.forEach(
        (type, table) -> {
          KubeObject object = table.get(key);
          if (object != null && (found.isEmpty() || type != OpaqueObject.class)) {
            found.add(0, object);
          }
        });
    return found.isEmpty() ? null : found.get(0);
  }

  void put(KubeObject object) {
    JournaledMap<ObjectKey, KubeObject> table =
        tables.computeIfAbsent(object.getClass(), t -> new JournaledMap<>(journal));
    KubeObject before = table.get(object.key());
    table.put(object.key(), object);
    updateIndexes(before, object);
  }

  void remove(KubeObject object) {
    JournaledMap<ObjectKey, KubeObject> table = tables.get(object.getClass());
    if (table != null && table.remove(object.key()) != null) {
      updateIndexes(object, null);
    }
  }

  private void updateIndexes(@Nullable KubeObject before, @Nullable KubeObject after) {
    for (Index<?, ?> index : indexes) {
      index.update(before, after);
    }
  }

  <T extends KubeObject, K> Index<T, K> index(
      Class<T> type, Function<T, ? extends Collection<K>> keysOf) {
    Index<T, K> index = new Index<>(journal, type, keysOf);
    forEach(object -> index.update(null, object));
    indexes.add(index);
    return index;
  }

  /** The objects of a type, or of all types for {@code KubeObject}, in the order of their keys. */
  <T extends KubeObject> List<T> list(Class<T> type) {
    List<T> objects = new ArrayList<>();
    JournaledMap<ObjectKey, KubeObject> table = tables.get(type);
    if (table != null) {
      table.forEach((key, object) -> objects.add(type.cast(object)));
    } else if (type == KubeObject.class) {
      forEach(object -> objects.add(type.cast(object)));
    }
    objects.sort(Comparator.comparing(KubeObject::key));
    return objects;
  }

  private void forEach(Consumer<KubeObject> visitor) {
    tables.forEach((type, table) -> table.forEach((key, object) -> visitor.accept(object)));
  }

  @Override
  public void digestTo(StateDigest digest) {
    forEach(object -> digest.add(object.key().toString()).add(object.metadata().resourceVersion()));
  }
}
