/**
 * kube-proxy in ipvs mode (pkg/proxy/ipvs of Kubernetes 1.34): ports of Services enter as {@link
 * io.kubehop.kubeproxy.services.ServiceTracker} knows them; virtual servers, addresses of {@code
 * kube-ipvs0}, IP sets and the iptables rules around them leave by {@link
 * io.kubehop.kubeproxy.node.IpvsKernel}.
 *
 * <p>Lives here: what one port asks for, how what all ports ask for is put together on a node, and
 * the slow removal of real servers. May not live here: how IPVS chooses, which is the kernel's.
 */
@NullMarked
package io.kubehop.kubeproxy.ipvs;

import org.jspecify.annotations.NullMarked;
