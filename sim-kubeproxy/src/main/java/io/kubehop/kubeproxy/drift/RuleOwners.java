package io.kubehop.kubeproxy.drift;

import io.kubehop.core.netfilter.matches.Comment;
import io.kubehop.core.netfilter.rule.Rule;
import io.kubehop.core.netfilter.ruleset.ChainRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells for which Service a rule or a chain was written. */
final class RuleOwners {
  /** The beginning of what kube-proxy sets before Kubernetes names in {@code Rule.origin}. */
  private static final String ORIGIN = "Service/";

  /** A Service, with its port or without, in a comment of kube-proxy. */
  private static final Pattern NAME =
      Pattern.compile("(?:^| )([a-z0-9][-a-z0-9.]*/[a-z0-9][-a-z0-9]*)(?::[-a-z0-9]*)?(?: |$)");

  private final Map<String, String> byChain = new LinkedHashMap<>();

  /** Learns from the rules that should be there which chain belongs to which Service. */
  RuleOwners(List<ChainRules> expected) {
    for (ChainRules chain : expected) {
      if (KubeChains.isOfService(chain.name())) {
        chain.rules().stream()
            .map(Rule::origin)
            .filter(origin -> origin != null)
            .findFirst()
            .ifPresent(origin -> byChain.put(chain.name(), withoutKind(origin)));
      }
    }
  }

  /** The Service that a chain is for, by the chain's name or what its rules say. */
  String ofChain(ChainRules chain) {
    String known = byChain.get(chain.name());
    return known != null
        ? known
        : chain.rules().stream()
            .map(this::of)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("");
  }

  /** The Service that a rule is for; empty if it is for none. */
  String of(Rule rule) {
    if (rule.origin() != null) {
      return withoutKind(rule.origin());
    }
    String chain = rule.target().chain();
    String known = chain == null ? null : byChain.get(chain);
    return known != null ? known : named(rule).orElse("");
  }

  private static Optional<String> named(Rule rule) {
    return rule.matches().stream()
        .filter(Comment.class::isInstance)
        .map(match -> NAME.matcher(((Comment) match).text()))
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  private static String withoutKind(String origin) {
    return origin.startsWith(ORIGIN) ? origin.substring(ORIGIN.length()) : origin;
  }
}
