/**
 * A Linux network namespace, and the network that joins several. A packet comes in by an interface
 * (or is made by a socket), follows {@link io.kubehop.core.host.PacketPath}, and leaves by an
 * interface (or ends in a socket).
 *
 * <p>Lives here: hosts, interfaces, links, routes, sockets, and the order in which a packet meets
 * hooks, routing and sockets. May not live here: what rules mean ({@code core.netfilter}), and
 * anything of Kubernetes.
 */
@NullMarked
package io.kubehop.core.host;

import org.jspecify.annotations.NullMarked;
