package io.kubehop.core.netfilter.targets;

import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.RuleContext;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.Verdict;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code -j CLASSIFY}: sets the traffic class, on which nothing here depends.
 *
 * @param major upper half of {@code --set-class}
 * @param minor lower half
 */
public record Classify(int major, int minor) implements Target {

  @Override
  public int apply(Skb skb, RuleContext context) {
    return Verdict.CONTINUE;
  }

  @Override
  public String effect() {
    return "class " + Integer.toHexString(major) + ":" + Integer.toHexString(minor);
  }

  @Override
  public Set<Hook> hooks() {
    return EnumSet.of(Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING);
  }
}
