/**
 * Services and EndpointSlices enter; the rules of a node leave.
 *
 * <p>Here lives kube-proxy, one package for each mode. It sees Services through {@code
 * io.kubehop.service} only, and neither DNS nor the ingress controllers.
 */
@NullMarked
package io.kubehop.kubeproxy;

import org.jspecify.annotations.NullMarked;
