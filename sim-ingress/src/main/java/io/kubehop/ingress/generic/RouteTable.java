package io.kubehop.ingress.generic;

import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.api.RuleRef;
import io.kubehop.ingress.proxy.Explanation;
import io.kubehop.service.api.HTTPIngressPath;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressBackend;
import io.kubehop.service.api.IngressRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of all Ingresses of a controller by host. An exact host goes before a wildcard, which
 * covers one label, and that before rules without host; within a host the longest path wins, and of
 * equal paths the exact one; of equal rules the older Ingress has its way.
 */
final class RouteTable {
  private static final String ANY = "";

  /** The older first, then by namespace and name. */
  private static final Comparator<Ingress> ORDER =
      Comparator.comparing((Ingress i) -> i.metadata().creationTimestamp().orElse(Instant.EPOCH))
          .thenComparing(Ingress::key);

  private static final Comparator<PathRule> PRECEDENCE =
      Comparator.comparing(PathRule::length).reversed().thenComparing(rule -> !rule.exact());

  private final Map<String, List<PathRule>> paths = new LinkedHashMap<>();
  private final Map<String, Fallback> fallbacks = new LinkedHashMap<>();

  /** A default backend, and the Ingress that it stands in. */
  record Fallback(IngressBackend backend, RuleRef rule) {}

  RouteTable(List<Ingress> ingresses, Findings findings) {
    List<Ingress> ordered = new ArrayList<>(ingresses);
    ordered.sort(ORDER);
    ordered.forEach(ingress -> add(ingress, findings));
    paths.values().forEach(rules -> rules.sort(PRECEDENCE));
  }

  private void add(Ingress ingress, Findings findings) {
    List<IngressRule> rules = ingress.spec().rules();
    ingress.spec().defaultBackend().ifPresent(backend -> addDefault(ingress, backend));
    for (int r = 0; r < rules.size(); r++) {
      String host = rules.get(r).host().toLowerCase(Locale.ROOT);
      List<PathRule> known = paths.computeIfAbsent(host, h -> new ArrayList<>());
      List<HTTPIngressPath> declared = rules.get(r).paths().orElse(List.of());
      for (int p = 0; p < declared.size(); p++) {
        add(known, rule(declared.get(p), RuleRef.ofPath(ingress, r, p)), findings);
      }
    }
  }

  private void addDefault(Ingress ingress, IngressBackend backend) {
    Fallback fallback = new Fallback(backend, RuleRef.ofDefaultBackend(ingress));
    fallbacks.putIfAbsent(ANY, fallback);
    ingress
        .spec()
        .rules()
        .forEach(r -> fallbacks.putIfAbsent(r.host().toLowerCase(Locale.ROOT), fallback));
  }

  private static PathRule rule(HTTPIngressPath path, RuleRef ref) {
    String text = path.path().isEmpty() ? "/" : path.path();
    return new PathRule(text, path.pathType().equals("Exact"), path.backend(), ref);
  }

  private static void add(List<PathRule> known, PathRule rule, Findings findings) {
    Optional<PathRule> same =
        known.stream()
            .filter(k -> k.exact() == rule.exact() && k.path().equals(rule.path()))
            .findFirst();
    if (same.isPresent()) {
      findings.add(
          rule.rule().ingress(),
          rule.rule().path() + ".path",
          "the same path belongs to " + same.get().rule() + ", which is older");
    } else {
      known.add(rule);
    }
  }

  /** The rule for a host in lower case and a path; null if none matches. */
  @Nullable PathRule find(String host, String path, Explanation explanation) {
    String key = key(host);
    List<PathRule> rules = paths.get(key);
    explanation.add("host " + (key.isEmpty() ? "of rules without host" : key) + " for " + host);
    if (rules == null) {
      return null;
    }
    PathRule winner = null;
    for (PathRule rule : rules) {
      boolean matches = rule.matches(path);
      if (explanation.isWanted()) {
        explanation.add("rule " + rule + ": " + why(matches, winner == null));
      }
      winner = matches && winner == null ? rule : winner;
      if (winner != null && !explanation.isWanted()) {
        return winner;
      }
    }
    return winner;
  }

  private static String why(boolean matches, boolean first) {
    return matches ? first ? "chosen" : "matches, but goes after the one chosen" : "does not match";
  }

  /** What takes requests that no rule matches; absent if nothing does. */
  Optional<Fallback> fallback(String host) {
    return Optional.ofNullable(fallbacks.getOrDefault(key(host), fallbacks.get(ANY)));
  }

  private String key(String host) {
    if (paths.containsKey(host)) {
      return host;
    }
    int dot = host.indexOf('.');
    String wildcard = dot > 0 ? "*" + host.substring(dot) : ANY;
    return paths.containsKey(wildcard) ? wildcard : ANY;
  }
}
