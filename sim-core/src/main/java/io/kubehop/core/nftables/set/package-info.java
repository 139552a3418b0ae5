/**
 * Sets and maps of nftables. Enters: elements, and the keys of packets; leaves: the element that
 * holds a key, in constant time. All immutable and persistent; what packets add is in {@link
 * io.kubehop.core.nftables.set.DynamicSet}.
 *
 * <p>May not live here: text forms beyond that of one element.
 */
@NullMarked
package io.kubehop.core.nftables.set;

import org.jspecify.annotations.NullMarked;
