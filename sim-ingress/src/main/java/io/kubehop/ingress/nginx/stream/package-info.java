/**
 * The TCP and UDP services of an ingress-nginx controller: ConfigMap data and connections enter,
 * connections to endpoints leave.
 *
 * <p>Here lives what nginx' stream module does. It knows nothing of HTTP and of Ingresses.
 */
@NullMarked
package io.kubehop.ingress.nginx.stream;

import org.jspecify.annotations.NullMarked;
