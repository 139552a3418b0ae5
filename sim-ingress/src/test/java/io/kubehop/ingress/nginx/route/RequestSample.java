package io.kubehop.ingress.nginx.route;

/**
 * A request that is tried.
 *
 * @param host the Host header
 * @param target the request target
 */
record RequestSample(String host, String target) {}
