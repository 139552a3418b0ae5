package io.kubehop.service.api;

import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds {@link ObjectMeta}; a value that is not set is absent. */
public final class ObjectMetaBuilder {
  private String name = "";
  private String generateName = "";
  private String namespace = "";
  private Map<String, String> labels = ImmutableMap.of();
  private Map<String, String> annotations = ImmutableMap.of();
  private List<OwnerReference> ownerReferences = List.of();
  private Optional<Instant> creationTimestamp = Optional.empty();
  private Optional<Instant> deletionTimestamp = Optional.empty();
  private String uid = "";
  private String resourceVersion = "";
  private long generation;

  ObjectMetaBuilder() {}

  ObjectMetaBuilder(ObjectMeta from) {
    name = from.name();
    generateName = from.generateName();
    namespace = from.namespace();
    labels = from.labels();
    annotations = from.annotations();
    ownerReferences = from.ownerReferences();
    creationTimestamp = from.creationTimestamp();
    deletionTimestamp = from.deletionTimestamp();
    uid = from.uid();
    resourceVersion = from.resourceVersion();
    generation = from.generation();
  }

  /** Sets the name. */
  public ObjectMetaBuilder name(String value) {
    name = value;
    return this;
  }

  /** Sets the prefix from which a name is made. */
  public ObjectMetaBuilder generateName(String value) {
    generateName = value;
    return this;
  }

  /** Sets the namespace; empty for objects of the whole cluster. */
  public ObjectMetaBuilder namespace(String value) {
    namespace = value;
    return this;
  }

  /** Sets all labels. */
  public ObjectMetaBuilder labels(Map<String, String> value) {
    labels = value;
    return this;
  }

  /** Sets all annotations. */
  public ObjectMetaBuilder annotations(Map<String, String> value) {
    annotations = value;
    return this;
  }

  /** Sets all owners. */
  public ObjectMetaBuilder ownerReferences(List<OwnerReference> value) {
    ownerReferences = value;
    return this;
  }

  /** Sets when the API server stored the object first. */
  public ObjectMetaBuilder creationTimestamp(Optional<Instant> value) {
    creationTimestamp = value;
    return this;
  }

  /** Sets when the grace period of the deletion ends. */
  public ObjectMetaBuilder deletionTimestamp(Optional<Instant> value) {
    deletionTimestamp = value;
    return this;
  }

  /** Sets the identity over time. */
  public ObjectMetaBuilder uid(String value) {
    uid = value;
    return this;
  }

  /** Sets the version of the last change. */
  public ObjectMetaBuilder resourceVersion(String value) {
    resourceVersion = value;
    return this;
  }

  /** Sets how often the specification changed. */
  public ObjectMetaBuilder generation(long value) {
    generation = value;
    return this;
  }

  /** Returns the metadata. */
  public ObjectMeta build() {
    return new ObjectMeta(
        name,
        generateName,
        namespace,
        labels,
        annotations,
        ownerReferences,
        creationTimestamp,
        deletionTimestamp,
        uid,
        resourceVersion,
        generation);
  }
}
