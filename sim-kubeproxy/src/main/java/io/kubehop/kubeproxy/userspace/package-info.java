/**
 * kube-proxy's userspace mode, as of Kubernetes 1.25, the last that had it. Services and their
 * endpoints enter {@link io.kubehop.kubeproxy.userspace.UserspaceProxier}; out come rules that
 * redirect a Service's addresses to a port of the node, and an application on that port that
 * connects to an endpoint itself (pkg/proxy/userspace).
 *
 * <p>May not live here: policies, hints and endpoints on their way out, none of which this mode
 * ever heard of.
 */
@NullMarked
package io.kubehop.kubeproxy.userspace;

import org.jspecify.annotations.NullMarked;
