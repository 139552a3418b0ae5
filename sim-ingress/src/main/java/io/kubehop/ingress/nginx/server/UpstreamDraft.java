package io.kubehop.ingress.nginx.server;

import io.kubehop.ingress.nginx.annotation.Balancing;
import io.kubehop.ingress.nginx.annotation.Canary;
import io.kubehop.ingress.nginx.annotation.SessionAffinity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An upstream while the configuration is being made. */
final class UpstreamDraft {
  final String name;
  final String label;
  final boolean externalName;
  private final Balancing balancing;
  private final Canary canary;
  private final List<String> alternatives = new ArrayList<>();
  private final Map<String, List<String>> cookiePaths = new LinkedHashMap<>();
  private List<Endpoint> endpoints;
  private SessionAffinity affinity;

  UpstreamDraft(
      String name,
      String label,
      boolean externalName,
      List<Endpoint> endpoints,
      Balancing balancing,
      Canary canary) {
    this.name = name;
    this.label = label;
    this.externalName = externalName;
    this.endpoints = endpoints;
    this.balancing = balancing;
    this.canary = canary;
    SessionAffinity own = balancing.affinity();
    this.affinity = new SessionAffinity(false, false, false, own.cookie());
  }

  /** Whether it belongs to a canary, so that no location may point to it. */
  boolean isOfCanary() {
    return canary.enabled();
  }

  boolean hasEndpoints() {
    return !endpoints.isEmpty();
  }

  /** Takes over the affinity of an Ingress that points here: the last cookie counts. */
  void addAffinity(SessionAffinity other, List<String> hosts, String path) {
    affinity =
        new SessionAffinity(
            affinity.byCookie() || other.byCookie(),
            affinity.persistent() || other.persistent(),
            false,
            other.byCookie() ? other.cookie() : affinity.cookie());
    if (other.byCookie()) {
      hosts.forEach(host -> cookiePaths.computeIfAbsent(host, h -> new ArrayList<>()).add(path));
    }
  }

  /** Lets a canary take requests from here; sticky clients of this one stay sticky there. */
  void addAlternative(UpstreamDraft alternative, boolean sharesAffinity) {
    if (alternatives.contains(alternative.name)) {
      return;
    }
    if (sharesAffinity) {
      alternative.affinity = affinity;
      alternative.cookiePaths.clear();
      cookiePaths.forEach((host, paths) -> alternative.cookiePaths.put(host, List.copyOf(paths)));
    }
    alternatives.add(alternative.name);
  }

  /** A copy under another name with other endpoints. */
  UpstreamDraft copy(String otherName, String otherLabel, List<Endpoint> others) {
    UpstreamDraft copy = new UpstreamDraft(otherName, otherLabel, false, others, balancing, canary);
    copy.affinity = affinity;
    copy.alternatives.addAll(alternatives);
    copy.cookiePaths.putAll(cookiePaths);
    return copy;
  }

  Upstream finish() {
    Balancing finished =
        new Balancing(
            balancing.algorithm(),
            balancing.hashBy(),
            balancing.hashBySubset(),
            balancing.subsetSize(),
            balancing.serviceUpstream(),
            affinity);
    Map<String, List<String>> paths = new LinkedHashMap<>();
    cookiePaths.forEach((host, list) -> paths.put(host, List.copyOf(list)));
    return new Upstream(
        name, label, endpoints, externalName, finished, paths, canary, alternatives);
  }
}
