/**
 * Chains, tables and rulesets of one host, and the walk of a packet through them: start at {@link
 * io.kubehop.core.netfilter.ruleset.Ruleset}. A packet enters a table at a hook and leaves with a
 * verdict.
 *
 * <p>A ruleset is immutable and made of shared parts, so that thousands of hosts with nearly the
 * same rules cost little. An index finds the rules that can match a packet in constant time. May
 * not live here: the order of tables and hooks ({@code core.host}), and the text of a whole dump
 * ({@code core.netfilter.text}).
 */
@NullMarked
package io.kubehop.core.netfilter.ruleset;

import org.jspecify.annotations.NullMarked;
