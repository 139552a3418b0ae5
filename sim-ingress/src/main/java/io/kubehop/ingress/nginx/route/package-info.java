/**
 * How nginx finds the server and the location of a request: start at {@link
 * io.kubehop.ingress.nginx.route.RoutingTable}. A configuration enters and is made ready for fast
 * look-ups, or refused as nginx would; the location of each request leaves.
 *
 * <p>May not live here: what happens in the location that was found.
 */
@NullMarked
package io.kubehop.ingress.nginx.route;

import org.jspecify.annotations.NullMarked;
