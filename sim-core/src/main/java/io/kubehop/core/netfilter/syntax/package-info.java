/**
 * The text of iptables rules: how each match and target is written and read, one small class for
 * each extension. Words enter and a {@link io.kubehop.core.netfilter.rule.Rule} leaves, or the
 * reverse: start at {@link io.kubehop.core.netfilter.syntax.RuleText}.
 *
 * <p>What is printed is what iptables-save 1.8.9 prints; what is read is what iptables-restore
 * reads. May not live here: what rules do, and the text of whole tables. Source: the extensions of
 * iptables 1.8.
 */
@NullMarked
package io.kubehop.core.netfilter.syntax;

import org.jspecify.annotations.NullMarked;
