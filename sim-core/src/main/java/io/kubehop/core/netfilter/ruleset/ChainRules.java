package io.kubehop.core.netfilter.ruleset;

import io.kubehop.core.netfilter.rule.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain with its rules, for whoever wants to list them.
 *
 * @param name its name
 * @param policy its policy, if it is a built-in chain
 * @param rules its rules, in order
 */
public record ChainRules(String name, @Nullable Policy policy, List<Rule> rules) {}
