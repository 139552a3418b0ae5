package io.kubehop.service.apiserver;

import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Pod;
import io.kubehop.service.config.ClusterConfig;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The API server: keeps the objects of a cluster, decides what may be kept, and tells watchers of
 * every change.
 *
 * <p>Users come through {@link #apply} and {@link #delete}, which behave as the REST API does.
 * Controllers come through {@link #create}, {@link #update} and {@link #remove}: what they write is
 * taken as it is.
 */
public final class ApiServer implements Digestible {
  private final Simulation simulation;
  private final ClusterConfig config;
  private final ObjectStore store;
  private final Watches watches;
  private final Strategies strategies;
  private final LongCell revision;
  private final JournaledMap<ObjectKey, Boolean> given;

  /** Starts without any object. */
  public ApiServer(Simulation simulation, ClusterConfig config) {
    Journal journal = simulation.journal();
    this.simulation = simulation;
    this.config = config;
    this.store = new ObjectStore(journal);
    this.watches = new Watches(simulation);
    this.strategies = new Strategies(simulation, config, store);
    this.revision = new LongCell(journal, 0);
    this.given = new JournaledMap<>(journal);
  }

  /** The wall clock of the cluster, in whole seconds as the API writes times. */
  public Instant now() {
    return config.epoch().plusNanos(simulation.now()).truncatedTo(ChronoUnit.SECONDS);
  }

  /** The object of a type with a key. */
  public <T extends KubeObject> Optional<T> find(Class<T> type, ObjectKey key) {
    return Optional.ofNullable(store.get(type, key)).map(type::cast);
  }

  /** The object with a key, whatever its type. */
  public Optional<KubeObject> find(ObjectKey key) {
    return Optional.ofNullable(store.get(key));
  }

  /** All objects of a type in the order of their keys; all there are for {@code KubeObject}. */
  public <T extends KubeObject> List<T> list(Class<T> type) {
    return store.list(type);
  }

  /** Makes an index over the objects of a type, which is kept up to date from now on. */
  public <T extends KubeObject, K> Index<T, K> index(
      Class<T> type, Function<T, ? extends Collection<K>> keysOf) {
    return store.index(type, keysOf);
  }

  /**
   * Tells a handler of every change of the objects of a type, beginning with those that there are.
   */
  public <T extends KubeObject> void watch(Class<T> type, WatchHandler<T> handler) {
    watches.add(type, handler, store.list(type));
  }

  /** Whether an object was given by a user, and not made by a controller. */
  public boolean isGiven(ObjectKey key) {
    return given.containsKey(key);
  }

  /**
   * Creates an object or replaces it whole, as a user's PUT does. Values that were allocated and
   * that the new object leaves out are carried over; a status that it brings is ignored, except
   * that of a Pod.
   *
   * @return the object as it was kept
   * @throws ObjectRejectedException if it is not accepted; what was allocated for it by then is for
   *     the caller to roll back
   */
  public KubeObject apply(KubeObject object) {
    KubeObject named = named(object);
    return admit(
        named.withMetadata(named.metadata().toBuilder().resourceVersion("").build()), false);
  }

  /**
   * The same for an object that is there from the start: it keeps its status, identity, version and
   * age.
   */
  public KubeObject load(KubeObject object) {
    return admit(named(object), true);
  }

  private <T extends KubeObject> T admit(T object, boolean atStart) {
    AdmissionRequest<T> request = AdmissionRequest.of(current(object), atStart);
    T admitted = strategies.admit(object, request);
    if (request.isRefused()) {
      throw new ObjectRejectedException(List.of(new Rejection(object, request.errors())));
    }
    ensureNamespace(admitted.metadata().namespace());
    given.put(admitted.key(), true);
    return request
        .old()
        .map(old -> update(identified(admitted, old)))
        .orElseGet(() -> create(admitted));
  }

  @SuppressWarnings("unchecked") // a table holds objects of one class
  private <T extends KubeObject> Optional<T> current(T object) {
    return Optional.ofNullable((T) store.get(object.getClass(), object.key()));
  }

  /** What a replacement has of the object before it. */
  private static <T extends KubeObject> T identified(T object, T old) {
    ObjectMeta before = old.metadata();
    return withMetadata(
        object,
        object.metadata().toBuilder()
            .uid(before.uid())
            .creationTimestamp(before.creationTimestamp())
            .deletionTimestamp(object.metadata().deletionTimestamp().or(before::deletionTimestamp))
            .build());
  }

  /** Fills in the namespace {@code default}, and a name where only its beginning is given. */
  private KubeObject named(KubeObject object) {
    ObjectMeta meta = object.metadata();
    boolean needsNamespace = meta.namespace().isEmpty() && Scopes.isNamespaced(object);
    boolean needsName = meta.name().isEmpty() && !meta.generateName().isEmpty();
    if (!needsNamespace && !needsName) {
      return object;
    }
    return object.withMetadata(
        meta.toBuilder()
            .namespace(needsNamespace ? "default" : meta.namespace())
            .name(needsName ? generateName(meta.generateName()) : meta.name())
            .build());
  }

  /** A name that begins as asked and ends in five random characters. */
  public String generateName(String prefix) {
    RandomStream stream = simulation.random().stream("apiserver/names");
    String alphabet = "bcdfghjklmnpqrstvwxz2456789";
    StringBuilder name = new StringBuilder(prefix);
    for (int i = 0; i < 5; i++) {
      name.append(alphabet.charAt(stream.nextInt(alphabet.length())));
    }
    return name.toString();
  }

  /** Creates a namespace that somebody uses and nobody has declared. */
  public void ensureNamespace(String name) {
    ObjectKey key = ObjectKey.ofCluster(Namespace.KIND, name);
    if (!name.isEmpty() && store.get(Namespace.class, key) == null) {
      apply(new Namespace(ObjectMeta.of("", name)));
    }
  }

  /**
   * Keeps a new object, and returns it with what identifies it as far as it does not bring that.
   */
  public <T extends KubeObject> T create(T object) {
    ObjectMeta meta = object.metadata();
    T created =
        withMetadata(
            object,
            meta.toBuilder()
                .uid(meta.uid().isEmpty() ? newUid() : meta.uid())
                .creationTimestamp(meta.creationTimestamp().or(() -> Optional.of(now())))
                .generation(Math.max(1, meta.generation()))
                .resourceVersion(versionOf(meta))
                .build());
    store.put(created);
    watches.notify(WatchEvent.added(created));
    return created;
  }

  /**
   * The version that an object brings, after which the count of versions goes on, or the next one.
   */
  private String versionOf(ObjectMeta meta) {
    if (!meta.resourceVersion().matches("[1-9][0-9]{0,17}")) {
      return nextRevision();
    }
    revision.set(Math.max(revision.get(), Long.parseLong(meta.resourceVersion())));
    return meta.resourceVersion();
  }

  /** Keeps a new object of a controller under a name that begins with {@code generateName}. */
  public <T extends KubeObject> T createNamed(T object) {
    ObjectMeta meta = object.metadata();
    return create(
        withMetadata(object, meta.toBuilder().name(generateName(meta.generateName())).build()));
  }

  /** Replaces an object by a controller's newer one; does nothing if the two say the same. */
  public <T extends KubeObject> T update(T object) {
    KubeObject old = store.get(object.getClass(), object.key());
    if (old == null) {
      throw new IllegalStateException(object.key() + " does not exist");
    }
    T same =
        withMetadata(
            object,
            object.metadata().toBuilder()
                .resourceVersion(old.metadata().resourceVersion())
                .generation(old.metadata().generation())
                .build());
    if (same.equals(old)) {
      return same;
    }
    ObjectMeta meta = object.metadata();
    T updated =
        withMetadata(
            object,
            meta.toBuilder()
                .generation(Generations.next(old, object))
                .resourceVersion(nextRevision())
                .build());
    store.put(updated);
    watches.notify(modified(old, updated));
    return updated;
  }

  private static <T extends KubeObject> WatchEvent<KubeObject> modified(KubeObject old, T updated) {
    return WatchEvent.modified(old, updated);
  }

  /**
   * Asks for the end of an object, as a user's DELETE does: a Pod that runs gets its grace period,
   * everything else is gone at once.
   *
   * @return whether there is such an object
   */
  public boolean delete(ObjectKey key) {
    KubeObject object = store.get(key);
    if (object == null) {
      return false;
    }
    if (object instanceof Pod pod
        && !pod.spec().nodeName().isEmpty()
        && !pod.status().isTerminal()) {
      beginTermination(pod);
    } else {
      remove(object);
    }
    return true;
  }

  private void beginTermination(Pod pod) {
    if (!pod.metadata().isBeingDeleted()) {
      Instant end = now().plusSeconds(pod.spec().terminationGracePeriodSeconds());
      update(
          pod.withMetadata(pod.metadata().toBuilder().deletionTimestamp(Optional.of(end)).build()));
    }
  }

  /** Takes an object out for good. */
  public void remove(KubeObject object) {
    KubeObject last = store.get(object.getClass(), object.key());
    if (last != null) {
      store.remove(last);
      given.remove(last.key());
      strategies.release(last);
      watches.notify(WatchEvent.deleted(last));
    }
  }

  private String nextRevision() {
    revision.set(revision.get() + 1);
    return Long.toString(revision.get());
  }

  private String newUid() {
    RandomStream stream = simulation.random().stream("apiserver/uid");
    long high = (stream.nextLong() & ~0xf000L) | 0x4000L;
    long low = (stream.nextLong() & ~(0xcL << 60)) | (0x8L << 60);
    return new UUID(high, low).toString();
  }

  @SuppressWarnings("unchecked") // every implementation returns its own type
  private static <T extends KubeObject> T withMetadata(T object, ObjectMeta metadata) {
    return (T) object.withMetadata(metadata);
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(revision.get()).add(store);
  }
}
