/**
 * A query enters; the answer that CoreDNS would give leaves.
 *
 * <p>Here lives CoreDNS as an application and the stub resolver of a Pod. It sees Services through
 * {@code io.kubehop.service} only, and neither the ingress controllers nor kube-proxy.
 */
@NullMarked
package io.kubehop.dns;

import org.jspecify.annotations.NullMarked;
