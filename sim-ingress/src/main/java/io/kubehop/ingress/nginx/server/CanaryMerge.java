package io.kubehop.ingress.nginx.server;

import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.api.RuleRef;
import io.kubehop.service.api.HTTPIngressPath;
import io.kubehop.service.api.IngressBackend;
import io.kubehop.service.api.IngressRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attaches the upstreams of canaries to those of the locations with the same host, path and kind
 * (mergeAlternativeBackends). A canary opens no host and no path of its own.
 */
final class CanaryMerge {
  private final UpstreamDrafts upstreams;
  private final ServerDrafts servers;
  private final Findings findings;

  CanaryMerge(UpstreamDrafts upstreams, ServerDrafts servers, Findings findings) {
    this.upstreams = upstreams;
    this.servers = servers;
    this.findings = findings;
  }

  void merge(ServedIngress canary) {
    canary.ingress().spec().defaultBackend().ifPresent(b -> mergeDefault(canary, b));
    List<IngressRule> rules = canary.ingress().spec().rules();
    for (int r = 0; r < rules.size(); r++) {
      List<HTTPIngressPath> paths = rules.get(r).paths().orElse(List.of());
      for (int p = 0; p < paths.size(); p++) {
        mergePath(canary, rules.get(r), paths.get(p), RuleRef.ofPath(canary.ingress(), r, p));
      }
    }
  }

  private void mergeDefault(ServedIngress canary, IngressBackend backend) {
    UpstreamDraft alternative = upstreams.of(canary, backend);
    if (alternative != null) {
      RuleRef rule = RuleRef.ofDefaultBackend(canary.ingress());
      mergeInto(canary, alternative, servers.catchAll(), null, rule);
    }
  }

  private void mergePath(
      ServedIngress canary, IngressRule rule, HTTPIngressPath path, RuleRef ref) {
    UpstreamDraft alternative = upstreams.of(canary, path.backend());
    ServerDraft server = servers.all().get(ServerDrafts.host(rule));
    if (alternative == null) {
      return;
    }
    if (server == null) {
      report(ref, "no other Ingress has the host " + rule.host());
      return;
    }
    mergeInto(canary, alternative, server, path, ref);
  }

  private void mergeInto(
      ServedIngress canary,
      UpstreamDraft alternative,
      ServerDraft server,
      @Nullable HTTPIngressPath path,
      RuleRef rule) {
    boolean merged = false;
    for (LocationDraft location : server.locations) {
      UpstreamDraft primary = upstreams.get(location.upstream);
      if (primary == alternative) {
        report(rule, "it has the same backend as the Ingress that it is a canary of");
        return;
      }
      if (primary != null && canMerge(primary) && fits(location, path)) {
        primary.addAlternative(alternative, sharesAffinity(canary));
        merged = true;
      }
    }
    if (!merged) {
      upstreams.all().remove(alternative.name);
      report(rule, "no other Ingress has this host, path and path type");
    }
  }

  private static boolean canMerge(UpstreamDraft primary) {
    return !primary.name.equals(Upstream.DEFAULT) && !primary.isOfCanary();
  }

  private static boolean fits(LocationDraft location, @Nullable HTTPIngressPath path) {
    return path == null
        || (location.path.equals(RuleLocations.text(path))
            && location.kind == PathKind.of(path.pathType()));
  }

  private static boolean sharesAffinity(ServedIngress canary) {
    return !canary.annotations().balancing().affinity().legacyCanary();
  }

  private void report(RuleRef rule, String why) {
    findings.add(rule.ingress(), rule.path(), "the canary has no effect: " + why);
  }
}
