/**
 * iptables: tables, chains, rules, and their evaluation for one packet at one hook. A packet enters
 * as an {@link io.kubehop.core.netfilter.Skb} and leaves with a verdict.
 *
 * <p>May not live here: the order of hooks and routing, which is in {@code core.host}; and who
 * wrote the rules.
 */
@NullMarked
package io.kubehop.core.netfilter;

import org.jspecify.annotations.NullMarked;
