/**
 * nftables: tables, chains, rules, sets and maps as the nft tool names them, and their evaluation
 * as in the kernel (net/netfilter/nf_tables_core.c). Enters: an immutable {@link
 * io.kubehop.core.nftables.NftRuleset} and packets at hooks; leaves: a verdict, and what rules
 * change.
 *
 * <p>Start at {@link io.kubehop.core.nftables.NftTable}, or at {@code text.NftText} to read and
 * print. May not live here: the order of tables at a hook, which is the host's affair.
 */
@NullMarked
package io.kubehop.core.nftables;

import org.jspecify.annotations.NullMarked;
