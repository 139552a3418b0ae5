/**
 * The configuration that an ingress-nginx controller makes from API objects: start at {@link
 * io.kubehop.ingress.nginx.server.ConfigurationBuilder}. Ingresses with their annotations, Services
 * and EndpointSlices enter; servers with their locations, and upstreams with their endpoints, leave
 * (internal/ingress/controller, and the template of nginx.conf).
 *
 * <p>May not live here: what becomes of a single request.
 */
@NullMarked
package io.kubehop.ingress.nginx.server;

import org.jspecify.annotations.NullMarked;
