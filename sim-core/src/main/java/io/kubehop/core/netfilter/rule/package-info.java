/**
 * One rule of iptables: conditions from {@code core.netfilter.matches} and a target from {@code
 * core.netfilter.targets}, and the builder that writes it in code.
 *
 * <p>May not live here: chains and tables, and what the rule's text looks like.
 */
@NullMarked
package io.kubehop.core.netfilter.rule;

import org.jspecify.annotations.NullMarked;
