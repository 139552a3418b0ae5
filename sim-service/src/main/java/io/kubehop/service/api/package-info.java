/**
 * Kubernetes objects, reduced to the fields that matter to networking. They enter from manifests by
 * way of {@code service.load} and from controllers that make them; they leave through watches to
 * everything that reacts to the API server: controllers, kube-proxy, DNS and ingress controllers.
 *
 * <p>Here live immutable records with the names and the meaning of the API, and no behaviour beyond
 * what the API itself says of a value (a selector matches, a toleration tolerates). Parsing,
 * defaulting that depends on other fields, validation and allocation do not live here. Addresses
 * and other formatted texts are kept as written, because the API server's validation has to be able
 * to see and report what is wrong with them.
 *
 * <p>Rules of absence: a list or map is empty and never null; a text is empty where the API does
 * not tell an absent one from an empty one; an {@code Optional} is absent where that means
 * something else than any value; any other value has the default that its documentation names.
 */
@NullMarked
package io.kubehop.service.api;

import org.jspecify.annotations.NullMarked;
