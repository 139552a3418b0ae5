package io.kubehop.dns.kubernetes;

import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.apiserver.WatchEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects of one kind as the watcher knows them: a little behind the API server, and without
 * those that it is not interested in (client-go's shared informer).
 */
final class Informer<T extends KubeObject> {
  private final Journal journal;
  private final Predicate<T> wanted;
  private final JournaledMap<ObjectKey, T> objects;
  private final List<InformerIndex<T>> indexes = new ArrayList<>();

  Informer(Journal journal, Predicate<T> wanted) {
    this.journal = journal;
    this.wanted = wanted;
    this.objects = new JournaledMap<>(journal);
  }

  /** Adds an index; before the first event. */
  InformerIndex<T> index(Function<T, Collection<String>> keysOf) {
    InformerIndex<T> index = new InformerIndex<>(journal, keysOf);
    indexes.add(index);
    return index;
  }

  /** What an event did to the view; null on a side where there is no object. */
  record Change<T>(@Nullable T before, @Nullable T after) {}

  Change<T> take(WatchEvent<T> event) {
    ObjectKey key = event.key();
    T before = objects.get(key);
    T after = event.isDeleted() || !wanted.test(event.object()) ? null : event.object();
    if (after == null) {
      objects.remove(key);
    } else {
      objects.put(key, after);
    }
    indexes.forEach(index -> index.update(before, after));
    return new Change<>(before, after);
  }

  @Nullable T get(ObjectKey key) {
    return objects.get(key);
  }
}
