package io.kubehop.service.apiserver;

import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import java.util.Optional;

/**
 * One change of one object, as a watcher is told.
 *
 * @param type what happened
 * @param object the object after the change; when it was deleted, as it was last
 * @param previous the object before the change; absent when it is new
 * @param <T> the kind of the object
 */
public record WatchEvent<T extends KubeObject>(Type type, T object, Optional<T> previous) {

  /** What can happen to an object. */
  public enum Type {
    /** It is new. */
    ADDED,
    /** It changed. */
    MODIFIED,
    /** It is gone. */
    DELETED
  }

  /** Returns the event of a new object. */
  public static <T extends KubeObject> WatchEvent<T> added(T object) {
    return new WatchEvent<>(Type.ADDED, object, Optional.empty());
  }

  /** Returns the event of a change. */
  public static <T extends KubeObject> WatchEvent<T> modified(T previous, T object) {
    return new WatchEvent<>(Type.MODIFIED, object, Optional.of(previous));
  }

  /** Returns the event of an object that is gone. */
  public static <T extends KubeObject> WatchEvent<T> deleted(T last) {
    return new WatchEvent<>(Type.DELETED, last, Optional.of(last));
  }

  /** Returns the key of the object. */
  public ObjectKey key() {
    return object.key();
  }

  /** Returns whether the object is gone. */
  public boolean isDeleted() {
    return type == Type.DELETED;
  }
}
