/**
 * The controller of Gateways and HTTPRoutes (Gateway API 1.3, as its text says): objects and
 * requests enter, decisions leave.
 *
 * <p>Here lives which routes attach to which listeners, which rule takes a request, and what it
 * does to it. How requests travel is {@code io.kubehop.ingress.proxy}.
 */
@NullMarked
package io.kubehop.ingress.gateway;

import org.jspecify.annotations.NullMarked;
