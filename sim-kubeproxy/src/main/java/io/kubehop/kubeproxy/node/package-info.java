/**
 * The node as its kube-proxy sees it: facts of the Node object enter, and what the proxy asks of
 * the kernel leaves by {@link io.kubehop.kubeproxy.node.NodeKernel}.
 *
 * <p>May not live here: Services, and what rules say.
 */
@NullMarked
package io.kubehop.kubeproxy.node;

import org.jspecify.annotations.NullMarked;
