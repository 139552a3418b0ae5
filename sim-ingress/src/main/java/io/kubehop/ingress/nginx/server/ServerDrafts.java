package io.kubehop.ingress.nginx.server;

import io.kubehop.core.http.Certificate;
import io.kubehop.ingress.api.RuleRef;
import io.kubehop.ingress.nginx.annotation.IngressAnnotations;
import io.kubehop.service.api.IngressBackend;
import io.kubehop.service.api.IngressRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Makes one server for each host (createServers). The first Ingress that names a host creates it,
 * with a location {@code /} that has its default backend and its annotations.
 */
final class ServerDrafts {
  private final UpstreamDrafts upstreams;
  private final CertificateChoice certificates;
  private final Map<String, ServerDraft> drafts = new LinkedHashMap<>();

  ServerDrafts(
      UpstreamDrafts upstreams, CertificateChoice certificates, IngressAnnotations ofNobody) {
    this.upstreams = upstreams;
    this.certificates = certificates;
    ServerDraft catchAll = new ServerDraft(Server.CATCH_ALL);
    catchAll.certificate = Optional.of(certificates.fallback());
    catchAll.locations.add(automatic(Upstream.DEFAULT, ofNobody));
    drafts.put(Server.CATCH_ALL, catchAll);
  }

  Map<String, ServerDraft> all() {
    return drafts;
  }

  ServerDraft of(IngressRule rule) {
    ServerDraft own = drafts.get(host(rule));
    return own == null ? catchAll() : own;
  }

  ServerDraft catchAll() {
    return Objects.requireNonNull(drafts.get(Server.CATCH_ALL));
  }

  static String host(IngressRule rule) {
    return rule.host().isEmpty() ? Server.CATCH_ALL : rule.host();
  }

  void create(List<ServedIngress> ingresses) {
    for (ServedIngress served : ingresses) {
      String defaultUpstream = takeCatchAll(served);
      for (IngressRule rule : served.ingress().spec().rules()) {
        drafts.computeIfAbsent(host(rule), host -> create(host, served, defaultUpstream));
      }
    }
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    ingresses.forEach(served -> complete(served, wanted));
    wanted.forEach(this::setAliases);
  }

  private ServerDraft create(String host, ServedIngress served, String defaultUpstream) {
    ServerDraft draft = new ServerDraft(host);
    LocationDraft root = automatic(defaultUpstream, served.annotations());
    root.ingress = Optional.of(served.ingress().key());
    draft.locations.add(root);
    return draft;
  }

  private static LocationDraft automatic(String upstream, IngressAnnotations annotations) {
    LocationDraft root = new LocationDraft("/", PathKind.PREFIX, upstream, annotations);
    root.automatic = true;
    return root;
  }

  /**
   * The upstream for paths without a rule. The first Ingress that has nothing but a default backend
   * takes over the catch-all server, without its redirects and rewrites.
   */
  private String takeCatchAll(ServedIngress served) {
    Optional<IngressBackend> backend = served.ingress().spec().defaultBackend();
    UpstreamDraft upstream = backend.map(b -> upstreams.of(served, b)).orElse(null);
    if (upstream == null) {
      return Upstream.DEFAULT;
    }
    LocationDraft root = catchAll().locations.get(0);
    if (root.automatic && served.ingress().spec().rules().isEmpty()) {
      IngressAnnotations before = root.annotations;
      root.take(served, RuleRef.ofDefaultBackend(served.ingress()), upstream.name);
      root.annotations = served.annotations().withRouting(before.rewrite(), before.redirect());
    }
    return upstream.name;
  }

  private void complete(ServedIngress served, Map<String, List<String>> wanted) {
    List<String> aliases = served.annotations().aliases();
    for (IngressRule rule : served.ingress().spec().rules()) {
      ServerDraft server = of(rule);
      if (wanted.getOrDefault(server.host, List.of()).isEmpty()) {
        wanted.put(server.host, aliases);
      }
      if (server.certificate.isEmpty() && !served.ingress().spec().tls().isEmpty()) {
        server.certificate = Optional.of(certificates.choose(server.host, served.ingress()));
      }
    }
  }

  private void setAliases(String host, List<String> wanted) {
    TreeSet<String> unique = new TreeSet<>(wanted);
    unique.removeIf(drafts::containsKey);
    ServerDraft server = drafts.get(host);
    if (server != null) {
      server.aliases = List.copyOf(unique);
    }
  }

  /** The certificate of servers for which no other one fits. */
  Certificate fallbackCertificate() {
    return certificates.fallback();
  }
}
