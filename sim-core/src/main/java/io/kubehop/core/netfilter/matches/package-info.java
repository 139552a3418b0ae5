/**
 * The conditions of iptables rules, one record for each extension. A packet enters; yes or no
 * leaves.
 *
 * <p>May not live here: text, which is in {@code core.netfilter.syntax}; and anything that changes
 * from packet to packet, which is in the host's {@link io.kubehop.core.netfilter.RuleState}.
 * Source: the kernel's net/netfilter/xt_*.c.
 */
@NullMarked
package io.kubehop.core.netfilter.matches;

import org.jspecify.annotations.NullMarked;
