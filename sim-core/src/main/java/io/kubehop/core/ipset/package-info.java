/**
 * IP sets, which {@code -m set} and {@code -j SET} name: start at {@link
 * io.kubehop.core.ipset.IpSets}. A packet enters and whether it is in the set leaves; text of
 * {@code ipset save} enters and leaves.
 *
 * <p>Sets are immutable values that share their parts, so that many hosts can have the same ones.
 * Source: the kernel's net/netfilter/ipset/*.c. May not live here: rules.
 */
@NullMarked
package io.kubehop.core.ipset;

import org.jspecify.annotations.NullMarked;
