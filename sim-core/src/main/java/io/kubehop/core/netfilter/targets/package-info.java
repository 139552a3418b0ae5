/**
 * What iptables rules do, one type for each target. A packet enters; a verdict leaves, and the
 * effect on packet, connection and host.
 *
 * <p>May not live here: text, which is in {@code core.netfilter.syntax}; and how translations,
 * answers and sets are made, which the host does behind {@link
 * io.kubehop.core.netfilter.RuleContext}. Source: the kernel's net/netfilter/xt_*.c and nf_nat_*.c.
 */
@NullMarked
package io.kubehop.core.netfilter.targets;

import org.jspecify.annotations.NullMarked;
