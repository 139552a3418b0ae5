/**
 * A reverse proxy: start at {@link io.kubehop.ingress.proxy.ReverseProxy}. Requests of clients
 * enter; a {@link io.kubehop.ingress.proxy.Router} says what is to become of each; answers leave,
 * the proxy's own or those that backends gave on connections that the proxy opened.
 *
 * <p>Lives here: what all proxies do (connections, timeouts, the next endpoint after a failure).
 * May not live here: how a controller decides.
 */
@NullMarked
package io.kubehop.ingress.proxy;

import org.jspecify.annotations.NullMarked;
