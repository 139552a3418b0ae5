/**
 * The text of {@code nft list ruleset}, in and out. Enters: a text; leaves: an {@link
 * io.kubehop.core.nftables.NftRuleset}, or one precise fault. {@link
 * io.kubehop.core.nftables.text.NftText} is where to start.
 *
 * <p>May not live here: how one statement or expression is written, which it knows itself.
 */
@NullMarked
package io.kubehop.core.nftables.text;

import org.jspecify.annotations.NullMarked;
