/**
 * The plugins of CoreDNS that speak of Kubernetes: {@link io.kubehop.dns.kubernetes.Kubernetes}
 * with the records of the DNS specification, and {@link io.kubehop.dns.kubernetes.K8sExternal}.
 * Objects enter through watches, into a view of the server's own; records leave.
 *
 * <p>May not live here: the server with its sockets; plugins that need no API server.
 */
@NullMarked
package io.kubehop.dns.kubernetes;

import org.jspecify.annotations.NullMarked;
