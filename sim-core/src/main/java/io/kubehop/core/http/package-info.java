/**
 * HTTP over simulated TCP connections: start at {@link io.kubehop.core.http.HttpServer} and {@link
 * io.kubehop.core.http.HttpCall}. Requests enter from clients, proxies, health checks and probes;
 * responses leave.
 *
 * <p>Lives here: messages with their headers, one end of a connection that serves and one that
 * asks, TLS as a fact about a connection. A message travels as one value; nobody parses bytes. May
 * not live here: how a proxy chooses its way.
 */
@NullMarked
package io.kubehop.core.http;

import org.jspecify.annotations.NullMarked;
