package io.kubehop.service.controller.gc;

import io.kubehop.core.time.Simulation;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.OwnerReference;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.Index;
import io.kubehop.service.apiserver.WatchEvent;
import io.kubehop.service.controller.WorkQueue;
import java.util.List;
import java.util.stream.Stream;

/**
 * Deletes the objects whose owner is gone, in the background (pkg/controller/garbagecollector), and
 * everything in a namespace that is gone (pkg/controller/namespace). An owner that never was there
 * is not missed: a captured Pod may name a ReplicaSet that was not captured.
 */
public final class GarbageCollector {
  private static final long DELAY = 1_000_000;

  private final ApiServer apiServer;
  private final WorkQueue namespaces;
  private final WorkQueue owners;
  private final Index<KubeObject, ObjectKey> byOwner;

  /** Starts to watch everything. */
  public GarbageCollector(Simulation simulation, ApiServer apiServer) {
    this.apiServer = apiServer;
    this.owners = new WorkQueue(simulation, DELAY, this::collect);
    this.namespaces = new WorkQueue(simulation, DELAY, this::empty);
    this.byOwner = apiServer.index(KubeObject.class, GarbageCollector::ownersOf);
    apiServer.watch(KubeObject.class, this::onEvent);
  }

  private static List<ObjectKey> ownersOf(KubeObject object) {
    return object.metadata().ownerReferences().stream()
        .flatMap(owner -> keys(object, owner))
        .toList();
  }

  /**
   * An owner is of the same namespace or of the whole cluster; the reference does not say which.
   */
  private static Stream<ObjectKey> keys(KubeObject object, OwnerReference owner) {
    return Stream.of(object.metadata().namespace(), "")
        .distinct()
        .map(namespace -> new ObjectKey(owner.kind(), namespace, owner.name()));
  }

  private void onEvent(WatchEvent<KubeObject> event) {
    if (event.isDeleted()) {
      if (byOwner.count(event.key()) > 0) {
        owners.add(event.key());
      }
      if (event.object() instanceof Namespace) {
        namespaces.add(event.key());
      }
    }
  }

  private void collect(ObjectKey owner) {
    String current = apiServer.find(owner).map(object -> object.metadata().uid()).orElse("");
    for (KubeObject dependent : byOwner.get(owner)) {
      boolean isOwned =
          dependent.metadata().ownerReferences().stream()
              .filter(ref -> ref.kind().equals(owner.kind()) && ref.name().equals(owner.name()))
              .anyMatch(
                  ref -> !current.isEmpty() && (ref.uid().isEmpty() || ref.uid().equals(current)));
      if (!isOwned) {
        apiServer.delete(dependent.key());
      }
    }
  }

  private void empty(ObjectKey namespace) {
    if (apiServer.find(namespace).isPresent()) {
      return;
    }
    apiServer.list(KubeObject.class).stream()
        .filter(object -> object.metadata().namespace().equals(namespace.name()))
        .forEach(object -> apiServer.delete(object.key()));
  }
}
