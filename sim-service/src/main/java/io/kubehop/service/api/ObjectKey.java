package io.kubehop.service.api;

import java.util.Comparator;

/**
 * What identifies an object in the cluster: its kind, its namespace and its name. Prints as {@code
 * KIND/NAMESPACE/NAME}, or as {@code KIND/NAME} where the kind is not namespaced, which is how
 * scenarios name objects.
 *
 * @param kind the kind, such as {@code Service}; group and version are left out, as two served
 *     versions of a kind are two views of one object
 * @param namespace the namespace; empty for objects of the whole cluster, such as Nodes
 * @param name the name
 */
public record ObjectKey(String kind, String namespace, String name)
    implements Comparable<ObjectKey> {
  private static final Comparator<ObjectKey> ORDER =
      Comparator.comparing(ObjectKey::kind)
          .thenComparing(ObjectKey::namespace)
          .thenComparing(ObjectKey::name);

  /** Returns the key of an object of the whole cluster. */
  public static ObjectKey ofCluster(String kind, String name) {
    return new ObjectKey(kind, "", name);
  }

  /** Returns {@code NAMESPACE/NAME}, or the name alone where there is no namespace. */
  public String namespacedName() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  @Override
  public int compareTo(ObjectKey other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return kind + "/" + namespacedName();
  }
}
