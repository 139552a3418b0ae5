/**
 * Pods that are bound to a node enter; running, ready and ended Pods leave. Start at {@link
 * io.kubehop.service.controller.kubelet.Kubelet}.
 *
 * <p>Lives here: the life of a Pod on its node in virtual time, and its addresses. May not live
 * here: network namespaces and packets; whoever has those is told through {@link
 * io.kubehop.service.controller.kubelet.PodRuntime}.
 */
@NullMarked
package io.kubehop.service.controller.kubelet;

import org.jspecify.annotations.NullMarked;
