/**
 * NodeLocal DNSCache: the caching server that a DaemonSet runs on every node (kubernetes/dns,
 * cmd/node-cache). A Pod enters at {@link io.kubehop.dns.nodelocal.NodeCachePods}; a server leaves,
 * with an interface and rules on its node.
 *
 * <p>Lives here: its arguments, the gaps in its Corefile, its rules. May not live here: how the
 * server answers, which is CoreDNS.
 */
@NullMarked
package io.kubehop.dns.nodelocal;

import org.jspecify.annotations.NullMarked;
