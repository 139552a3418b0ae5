/**
 * kube-proxy's iptables mode. What a node may use of a Service port enters {@link
 * io.kubehop.kubeproxy.iptables.IptablesWriter}, and the chains and rules for it leave; {@link
 * io.kubehop.kubeproxy.iptables.IptablesProxier} puts them together for each node.
 *
 * <p>Rule for rule what kube-proxy 1.34 hands to iptables-restore (pkg/proxy/iptables/proxier.go).
 * May not live here: which endpoints a node may use, and when it is told.
 */
@NullMarked
package io.kubehop.kubeproxy.iptables;

import org.jspecify.annotations.NullMarked;
