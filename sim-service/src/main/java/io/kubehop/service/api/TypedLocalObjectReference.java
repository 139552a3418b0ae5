package io.kubehop.service.api;

/**
 * A reference to an object of the same namespace (core/v1 TypedLocalObjectReference).
 *
 * @param apiGroup the group; empty: the core group
 * @param kind the kind
 * @param name the name
 */
public record TypedLocalObjectReference(String apiGroup, String kind, String name) {}
