/**
 * Statements of nftables: what rules do, from left to right. Enters: an {@link
 * io.kubehop.core.nftables.evaluation.Evaluation}; leaves: a verdict as a number, and side effects
 * that a journal can undo.
 *
 * <p>May not live here: the order of rules and chains.
 */
@NullMarked
package io.kubehop.core.nftables.statement;

import org.jspecify.annotations.NullMarked;
