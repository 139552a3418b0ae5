/**
 * Whole dumps: what {@code iptables-save} and {@code ip6tables-save} print, in and out. Text enters
 * and a {@link io.kubehop.core.netfilter.ruleset.Ruleset} leaves, or the reverse: start at {@link
 * io.kubehop.core.netfilter.text.IptablesSave}.
 *
 * <p>What iptables-restore or the kernel would refuse is refused here, with the line. May not live
 * here: the text of single rules ({@code core.netfilter.syntax}).
 */
@NullMarked
package io.kubehop.core.netfilter.text;

import org.jspecify.annotations.NullMarked;
