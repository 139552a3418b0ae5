package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.http.Certificate;
import io.kubehop.core.http.HttpConnection;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.Simulation;
import io.kubehop.ingress.nginx.annotation.RateLimit;
import io.kubehop.ingress.nginx.balance.BalancerState;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.ingress.nginx.route.CompiledServer;
import io.kubehop.ingress.nginx.route.LocationMatch;
import io.kubehop.ingress.nginx.uri.BadRequest;
import io.kubehop.ingress.proxy.Decision;
import io.kubehop.ingress.proxy.ProxyRequest;
import io.kubehop.ingress.proxy.Router;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides on requests as an nginx does that ingress-nginx has configured: it finds the server and
 * the location, and then goes through the phases of the location.
 */
public final class NginxRouter implements Router {
  private final NullableCell<LoadedConfiguration> loaded;
  private final RequestLimits limits;
  private final BalancerState balancing;
  private final Simulation simulation;
  private final RandomStream ids;
  private final int httpsPort;
  private final JournaledMap<HttpConnection, Counted> counted;

  /** A request that counts against a limit of requests at the same time. */
  private record Counted(RateLimit limit, IpAddress client) {}

  /**
   * Makes a router without a configuration.
   *
   * @param name the controller, for its random streams
   */
  public NginxRouter(
      Simulation simulation,
      String name,
      RequestLimits limits,
      BalancerState balancing,
      int httpsPort) {
    this.simulation = simulation;
    this.limits = limits;
    this.balancing = balancing;
    this.httpsPort = httpsPort;
    this.ids = simulation.random().stream(name + "/request-id");
    this.loaded = new NullableCell<>(simulation.journal());
    this.counted = new JournaledMap<>(simulation.journal());
  }

  /** Takes over a configuration; requests that are on their way keep theirs. */
  public void load(LoadedConfiguration configuration) {
    loaded.set(configuration);
  }

  /** The configuration that is in force; null before the first one. */
  public @Nullable LoadedConfiguration loaded() {
    return loaded.get();
  }

  @Override
  public Decision decide(ProxyRequest request) {
    NginxContext context =
        new NginxContext(
            Objects.requireNonNull(loaded.get(), "nginx listens only when it is configured"),
            limits,
            balancing,
            simulation.journal(),
            ids,
            httpsPort);
    try {
      return decide(request, RequestFacts.of(request, context.settings()), context);
    } catch (BadRequest e) {
      return Answers.status(400, e.why(), request.explanation());
    }
  }

  private Decision decide(ProxyRequest request, RequestFacts facts, NginxContext context) {
    Decision blocked = Blocklists.check(context.settings(), facts, request.explanation());
    if (blocked != null) {
      return blocked;
    }
    CompiledServer server = context.loaded().table().server(facts.host(), request.explanation());
    if (server.redirect() != null) {
      return WwwRedirect.to(server.redirect(), facts, context, request.explanation());
    }
    Decision appRoot = AppRoot.redirect(server, facts, request.explanation());
    if (appRoot != null) {
      return appRoot;
    }
    LocationMatch match = server.find(facts.path(), request.explanation());
    return switch (match.kind()) {
      case HEALTH -> Answers.status(200, "nginx is healthy", request.explanation());
      case STATUS ->
          Answers.status(403, "the status page is not for others", request.explanation());
      case LOCATION, MISSING_SLASH ->
          new LocationPhases(this, context, request, facts, server.name(), match).decide();
    };
  }

  /** Counts a request against a limit of requests at the same time; false if there are too many. */
  boolean begin(ProxyRequest request, RateLimit limit, IpAddress client) {
    if (!limits.begin(limit, client)) {
      return false;
    }
    counted.put(request.exchange().connection(), new Counted(limit, client));
    return true;
  }

  @Override
  public void finished(ProxyRequest request) {
    Counted known = counted.remove(request.exchange().connection());
    if (known != null) {
      limits.end(known.limit, known.client);
    }
  }

  @Override
  public Certificate certificate(String serverName) {
    LoadedConfiguration now = loaded.get();
    return now == null ? new Certificate("none", List.of()) : now.certificates().choose(serverName);
  }

  /** The ConfigMap in force. */
  GlobalSettings settings() {
    LoadedConfiguration now = loaded.get();
    return now == null ? GlobalSettings.DEFAULT : now.settings();
  }
}
