/**
 * A client's HTTP connection enters; a connection to the chosen backend leaves.
 *
 * <p>Here live the ingress controllers as applications: routes, annotations, balancing. It sees
 * Services through {@code io.kubehop.service} only, and neither DNS nor kube-proxy.
 */
@NullMarked
package io.kubehop.ingress;

import org.jspecify.annotations.NullMarked;
