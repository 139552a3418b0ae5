/**
 * Expressions of nftables: what rules read from a packet, its connection and its host. Enters: an
 * {@link io.kubehop.core.nftables.evaluation.Evaluation}; leaves: a {@link
 * io.kubehop.core.nftables.value.Key}.
 *
 * <p>May not live here: anything that changes a packet.
 */
@NullMarked
package io.kubehop.core.nftables.expression;

import org.jspecify.annotations.NullMarked;
