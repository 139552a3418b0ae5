package io.kubehop.ingress.nginx.server;

import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.api.RuleRef;
import io.kubehop.service.api.HTTPIngressPath;
import io.kubehop.service.api.IngressRule;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds a location for each path of each rule (getBackendServers). Where a server has a path of the
 * same kind already, the first one keeps it.
 */
final class RuleLocations {
  private final UpstreamDrafts upstreams;
  private final ServerDrafts servers;
  private final Findings findings;

  RuleLocations(UpstreamDrafts upstreams, ServerDrafts servers, Findings findings) {
    this.upstreams = upstreams;
    this.servers = servers;
    this.findings = findings;
  }

  void addAll(ServedIngress served) {
    List<IngressRule> rules = served.ingress().spec().rules();
    for (int r = 0; r < rules.size(); r++) {
      ServerDraft server = servers.of(rules.get(r));
      List<HTTPIngressPath> paths = rules.get(r).paths().orElse(List.of());
      for (int p = 0; p < paths.size(); p++) {
        add(served, server, paths.get(p), RuleRef.ofPath(served.ingress(), r, p));
      }
    }
  }

  private void add(ServedIngress served, ServerDraft server, HTTPIngressPath path, RuleRef rule) {
    UpstreamDraft upstream = upstreams.of(served, path.backend());
    if (upstream == null) {
      findings.add(
          rule.ingress(),
          rule.path() + ".backend",
          "ingress-nginx passes over backends that are no Services");
      return;
    }
    if (upstream.isOfCanary()) {
      return;
    }
    String text = text(path);
    PathKind kind = PathKind.of(path.pathType());
    LocationDraft present = server.first(text);
    if (present == null || present.kind != kind) {
      LocationDraft added = new LocationDraft(text, kind, upstream.name, served.annotations());
      added.take(served, rule, upstream.name);
      server.locations.add(added);
      noteWww(server, served);
    } else if (present.automatic) {
      present.take(served, rule, upstream.name);
      noteWww(server, served);
    } else {
      reportConflict(server, present, rule);
    }
    upstream.addAffinity(served.annotations().balancing().affinity(), hosts(server), text);
  }

  static String text(HTTPIngressPath path) {
    return path.path().isEmpty() ? "/" : path.path();
  }

  private static List<String> hosts(ServerDraft server) {
    List<String> hosts = new ArrayList<>(server.aliases);
    hosts.add(0, server.host);
    return hosts;
  }

  private static void noteWww(ServerDraft server, ServedIngress served) {
    server.redirectsFromToWww |= served.annotations().redirect().fromToWww();
  }

  private void reportConflict(ServerDraft server, LocationDraft present, RuleRef rule) {
    findings.add(
        rule.ingress(),
        rule.path() + ".path",
        "path "
            + present.path
            + " "
            + present.kind
            + " of host "
            + server.host
            + " belongs to "
            + present.rule.map(RuleRef::toString).orElse("another rule")
            + ", which comes first; this one has no effect");
  }
}
