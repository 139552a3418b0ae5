/**
 * IPVS, the kernel's load balancer, of one host: start at {@link io.kubehop.core.ipvs.Ipvs}. A
 * packet enters at the hooks that the kernel module registers, and leaves with a verdict and, if it
 * is balanced, rewritten to or from its real server.
 *
 * <p>Lives here: virtual and real servers, the connection table with its states and timers,
 * persistence. Sources: the kernel's net/netfilter/ipvs/ip_vs_{core,conn,ctl,proto_*}.c as of 6.1
 * and 6.12. May not live here: how a server is chosen, which is in {@link
 * io.kubehop.core.ipvs.scheduler}; routing and connection tracking, which the host joins to this;
 * and who sets the tables up.
 */
@NullMarked
package io.kubehop.core.ipvs;

import org.jspecify.annotations.NullMarked;
