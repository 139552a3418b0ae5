package io.kubehop.service.load;

/**
 * What is known of the form of a kind.
 *
 * @param apiVersion group and version
 * @param kind the kind
 * @param scope where its objects live
 * @param type its fields
 */
record KindSchema(String apiVersion, String kind, Scope scope, ObjectType type) {

  /** Where objects of a kind live. */
  enum Scope {
    /** In a namespace. */
    NAMESPACED,
    /** In the cluster as a whole. */
    CLUSTER,
    /** Nowhere: a configuration file that has the form of an object, but no metadata. */
    FILE
  }
}
