package io.kubehop.scenarios.get;

import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a user wants to see: everything, a kind, or one object.
 *
 * @param kind the kind; empty: every kind
 * @param key the object, if it is one
 */
public record Selection(String kind, Optional<ObjectKey> key) {

  /**
   * Reads {@code KIND}, {@code KIND/NAME} or {@code KIND/NAMESPACE/NAME}; an empty text is
   * everything.
   *
   * @param objects all objects of the cluster
   * @throws IllegalArgumentException if it names a kind that there is not
   */
  public static Selection parse(String text, List<KubeObject> objects) {
    if (text.isEmpty()) {
      return new Selection("", Optional.empty());
    }
    String[] parts = text.split("/", -1);
    Set<String> present = new TreeSet<>();
    objects.forEach(object -> present.add(object.kind()));
    String kind = Kinds.of(parts[0], present);
    return switch (parts.length) {
      case 1 -> new Selection(kind, Optional.empty());
      case 2 -> new Selection(kind, Optional.of(ObjectKey.ofCluster(kind, parts[1])));
      case 3 -> new Selection(kind, Optional.of(new ObjectKey(kind, parts[1], parts[2])));
      default ->
          throw new IllegalArgumentException(
              "'" + text + "' names no object; write KIND/NAMESPACE/NAME, KIND/NAME or KIND");
    };
  }

  /** Whether an object is wanted. */
  public boolean includes(KubeObject object) {
    return kind.isEmpty() || object.kind().equals(kind);
  }
}
