package io.kubehop.service.api;

/**
 * A reference to another object (core/v1 ObjectReference), such as that from an endpoint to its
 * Pod.
 *
 * @param kind kind of the object; empty when not said
 * @param namespace namespace of the object; empty when not said
 * @param name name of the object
 * @param uid identity of the object; empty when not said
 */
public record ObjectReference(String kind, String namespace, String name, String uid) {

  /** Returns a reference to an object as the cluster knows it. */
  public static ObjectReference to(KubeObject object) {
    ObjectMeta meta = object.metadata();
    return new ObjectReference(object.kind(), meta.namespace(), meta.name(), meta.uid());
  }

  /** Returns the key of the object referred to. */
  public ObjectKey key() {
    return new ObjectKey(kind, namespace, name);
  }
}
