/**
 * Values of nftables: their types, how they are written, and the keys that sets are searched with.
 * Enters: words of a text, fields of packets; leaves: numbers of up to 128 bits.
 *
 * <p>May not live here: what a value is compared with, and sets themselves.
 */
@NullMarked
package io.kubehop.core.nftables.value;

import org.jspecify.annotations.NullMarked;
