/**
 * What travels: addresses, networks, protocols and the packet itself.
 *
 * <p>Lives here: values that are on the wire. May not live here: anything that a host knows about a
 * packet (marks, connection state), which is in {@link io.kubehop.core.netfilter}.
 */
@NullMarked
package io.kubehop.core.net;

import org.jspecify.annotations.NullMarked;
