package io.kubehop.service.api;

/**
 * The object that another one belongs to (meta/v1 OwnerReference): always of the same namespace, or
 * of the cluster.
 *
 * @param apiVersion group and version of the owner
 * @param kind kind of the owner
 * @param name name of the owner
 * @param uid identity of the owner; empty when the reference was written without it
 * @param controller whether the owner manages the object (at most one owner does)
 */
public record OwnerReference(
    String apiVersion, String kind, String name, String uid, boolean controller) {}
