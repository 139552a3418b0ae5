package io.kubehop.ingress.nginx.server;

import com.google.common.collect.ImmutableMap;
import io.kubehop.core.http.Certificate;
import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.nginx.annotation.Balancing;
import io.kubehop.ingress.nginx.annotation.Canary;
import io.kubehop.ingress.nginx.annotation.IngressAnnotations;
import io.kubehop.ingress.nginx.config.GlobalHeaders;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes the configuration of a controller from what it has heard of the cluster. The same objects
 * give the same configuration, in whatever order they come.
 */
public final class ConfigurationBuilder {
  private final ClusterView cluster;
  private final GlobalSettings settings;
  private final Certificate fallback;
  private final List<Endpoint> ownBackend;
  private final Findings findings;

  /**
   * Prepares.
   *
   * @param fallback the default certificate
   * @param ownBackend where requests go that no rule and no default backend takes
   * @param findings takes what is wrong with the objects
   */
  public ConfigurationBuilder(
      ClusterView cluster,
      GlobalSettings settings,
      Certificate fallback,
      List<Endpoint> ownBackend,
      Findings findings) {
    this.cluster = cluster;
    this.settings = settings;
    this.fallback = fallback;
    this.ownBackend = List.copyOf(ownBackend);
    this.findings = findings;
  }

  /** Makes the configuration for some Ingresses. */
  public NginxConfiguration build(List<ServedIngress> served) {
    List<ServedIngress> ingresses = new ArrayList<>(served);
    ingresses.sort(ServedIngress.ORDER);
    List<ServedIngress> canaries = ingresses.stream().filter(ServedIngress::isCanary).toList();
    List<ServedIngress> mains = ingresses.stream().filter(i -> !i.isCanary()).toList();
    UpstreamDrafts upstreams = new UpstreamDrafts(cluster, findings);
    upstreams.put(ownUpstream());
    ingresses.forEach(upstreams::addAll);
    ServerDrafts servers =
        new ServerDrafts(
            upstreams,
            new CertificateChoice(cluster, fallback, findings),
            IngressAnnotations.none(settings));
    servers.create(mains);
    RuleLocations locations = new RuleLocations(upstreams, servers, findings);
    ingresses.forEach(locations::addAll);
    if (!mains.isEmpty()) {
      CanaryMerge merge = new CanaryMerge(upstreams, servers, findings);
      canaries.forEach(merge::merge);
    }
    ErrorUpstreams errors = new ErrorUpstreams(upstreams, cluster);
    servers.all().values().forEach(errors::addFor);
    return finish(upstreams, servers);
  }

  /** The ready endpoints of the first port of a Service; none if there is no such Service. */
  public static List<Endpoint> firstPortOf(ClusterView cluster, Optional<Service> service) {
    return service
        .filter(s -> !s.spec().ports().isEmpty())
        .map(s -> new UpstreamEndpoints(cluster).ready(s, s.spec().ports().get(0)))
        .orElse(List.of());
  }

  private UpstreamDraft ownUpstream() {
    return new UpstreamDraft(
        Upstream.DEFAULT, "", false, ownBackend, Balancing.DEFAULT, Canary.NONE);
  }

  private NginxConfiguration finish(UpstreamDrafts upstreams, ServerDrafts drafts) {
    List<ServerDraft> sorted = new ArrayList<>(drafts.all().values());
    sorted.sort(Comparator.comparing(draft -> draft.host));
    List<Server> servers = sorted.stream().map(ConfigurationBuilder::finish).toList();
    Map<String, Upstream> finished = new TreeMap<>();
    upstreams.all().forEach((name, draft) -> finished.put(name, draft.finish()));
    return new NginxConfiguration(
        settings,
        GlobalHeaders.NONE,
        servers,
        redirects(sorted),
        ImmutableMap.copyOf(finished),
        fallback);
  }

  private static Server finish(ServerDraft draft) {
    List<Location> locations = draft.locations.stream().map(LocationDraft::finish).toList();
    return new Server(draft.host, draft.aliases, LocationOrder.of(locations), draft.certificate);
  }

  /** Servers for the name with, or without, {@code www.} (BuildRedirects). */
  private static List<RedirectServer> redirects(List<ServerDraft> servers) {
    List<RedirectServer> redirects = new ArrayList<>();
    for (ServerDraft server : servers) {
      String to = server.host;
      String from = to.startsWith("www.") ? to.substring(4) : "www." + to;
      boolean taken = servers.stream().anyMatch(other -> other.host.equals(from));
      if (server.redirectsFromToWww && !taken) {
        Optional<Certificate> certificate = server.certificate.filter(c -> c.covers(from));
        redirects.add(new RedirectServer(from, to, certificate));
      }
    }
    return redirects;
  }
}
