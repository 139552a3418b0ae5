/**
 * Connection tracking and NAT bindings of one host: start at {@link
 * io.kubehop.core.conntrack.ConnectionTable}. A packet enters before the nat tables and leaves with
 * the connection that it belongs to; its translation is applied here, in both directions.
 *
 * <p>Source: the kernel's net/netfilter/nf_conntrack_*.c and nf_nat_core.c. May not live here:
 * rules.
 */
@NullMarked
package io.kubehop.core.conntrack;

import org.jspecify.annotations.NullMarked;
