package io.kubehop.kubeproxy.ipvs;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.netfilter.rule.RuleBuilder;
import io.kubehop.kubeproxy.config.LocalDetector;

/**
 * Narrows a rule down to everything but traffic of local Pods.
 *
 * @param rule the rule
 */
record IfNotLocal(RuleBuilder rule) implements LocalDetector.Visitor<RuleBuilder> {
  @Override
  public RuleBuilder none() {
    throw new IllegalStateException("local traffic cannot be told");
  }

  @Override
  public RuleBuilder byCidr(Cidr pods) {
    return rule.notSource(pods);
  }

  @Override
  public RuleBuilder byInterface(String name) {
    return rule.notIn(name);
  }
}
