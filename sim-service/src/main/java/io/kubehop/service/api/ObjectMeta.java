package io.kubehop.service.api;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata of an object (meta/v1 ObjectMeta).
 *
 * @param name the name; empty while only {@code generateName} is known
 * @param generateName the prefix from which the API server makes a name; empty when the name is
 *     given
 * @param namespace the namespace; empty for objects of the whole cluster
 * @param labels what selectors match, in the order in which they were written
 * @param annotations what controllers read, in the order in which they were written
 * @param ownerReferences the objects that this one belongs to
 * @param creationTimestamp when the API server stored it first; absent before that
 * @param deletionTimestamp when its grace period ends; absent unless it is being deleted
 * @param uid the identity over time; empty before the API server stored it
 * @param resourceVersion the version of the last change; empty before the API server stored it
 * @param generation how often the specification changed; 0 before the API server stored it
 */
public record ObjectMeta(
    String name,
    String generateName,
    String namespace,
    Map<String, String> labels,
    Map<String, String> annotations,
    List<OwnerReference> ownerReferences,
    Optional<Instant> creationTimestamp,
    Optional<Instant> deletionTimestamp,
    String uid,
    String resourceVersion,
    long generation) {

  /** The annotation of what a cluster has by itself because nobody gave it. */
  public static final String BUILT_IN_ANNOTATION = "kubehop.io/built-in";

  /** Metadata without a single value: that of documents which are no API objects. */
  public static final ObjectMeta EMPTY = builder().build();

  /** Copies the collections. */
  public ObjectMeta {
    labels = ImmutableMap.copyOf(labels);
    annotations = ImmutableMap.copyOf(annotations);
    ownerReferences = List.copyOf(ownerReferences);
  }

  /** Returns a builder in which every value is absent. */
  public static ObjectMetaBuilder builder() {
    return new ObjectMetaBuilder();
  }

  /** Returns metadata that says a name and a namespace and nothing else. */
  public static ObjectMeta of(String namespace, String name) {
    return builder().namespace(namespace).name(name).build();
  }

  /** Returns a builder that starts from these values. */
  public ObjectMetaBuilder toBuilder() {
    return new ObjectMetaBuilder(this);
  }

  /** Returns the owner that manages this object, if one is marked as its controller. */
  public Optional<OwnerReference> controller() {
    return ownerReferences.stream().filter(OwnerReference::controller).findFirst();
  }

  /** Returns whether nobody gave the object, so that it has to be in nobody's way. */
  public boolean isBuiltIn() {
    return annotations.containsKey(BUILT_IN_ANNOTATION);
  }

  /**
   * Returns whether the object is on its way out: a deletion was asked for, its grace period may
   * still run.
   */
  public boolean isBeingDeleted() {
    return deletionTimestamp.isPresent();
  }
}
