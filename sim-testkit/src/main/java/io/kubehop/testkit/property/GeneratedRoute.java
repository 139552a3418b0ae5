package io.kubehop.testkit.property;

/**
 * A rule of an Ingress.
 *
 * @param host the host; empty: any
 * @param path the path
 * @param pathType {@code Exact} or {@code Prefix}
 * @param service which of the Services it leads to, counted around
 */
public record GeneratedRoute(String host, String path, String pathType, int service) {}
