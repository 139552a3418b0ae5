package io.kubehop.ingress.nginx;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Listener;
import io.kubehop.core.http.HttpExchange;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpResponse;
import io.kubehop.core.http.HttpServer;
import io.kubehop.core.http.HttpServer.Encryption;
import io.kubehop.core.http.Relay;
import io.kubehop.core.resolver.Resolver;
import io.kubehop.ingress.nginx.balance.BalancerState;
import io.kubehop.ingress.nginx.balance.Balancers;
import io.kubehop.ingress.nginx.config.ControllerFlags;
import io.kubehop.ingress.nginx.phase.LoadedConfiguration;
import io.kubehop.ingress.nginx.phase.NginxRouter;
import io.kubehop.ingress.nginx.phase.RequestLimits;
import io.kubehop.ingress.nginx.route.RoutingTable;
import io.kubehop.ingress.nginx.server.NginxConfiguration;
import io.kubehop.ingress.nginx.server.Upstream;
import io.kubehop.ingress.nginx.stream.StreamProxies;
import io.kubehop.ingress.proxy.ReverseProxy;
import java.util.List;
import java.util.Map;

/**
 * The nginx of a controller: what it listens on, and what it serves with. Before its first
 * configuration it listens nowhere.
 */
final class NginxProcess {
  private static final String NAME = "ingress-nginx";

  private final Host host;
  private final int httpPort;
  private final int httpsPort;
  private final int ownPort;
  private final BalancerState balancing;
  private final ExternalNames names;
  private final NginxRouter router;
  private final ReverseProxy proxy;
  private final StreamProxies streams;

  NginxProcess(String identity, Host host, ControllerFlags flags, Resolver resolver) {
    this.host = host;
    this.httpPort = flags.number("http-port", 80);
    this.httpsPort = flags.number("https-port", 443);
    this.ownPort = flags.number("default-server-port", 8181);
    this.balancing = new BalancerState(host.simulation(), identity, host.network().epochSeconds());
    this.names = new ExternalNames(host.simulation(), resolver);
    this.router =
        new NginxRouter(
            host.simulation(),
            identity,
            new RequestLimits(host.simulation()),
            balancing,
            httpsPort);
    this.proxy = new ReverseProxy(NAME, router, resolver);
    this.streams = new StreamProxies(NAME, identity, host);
  }

  /** New workers take over: routes change, and endpoints are those that the old workers had. */
  void reload(ControllerConfiguration next, RoutingTable table) {
    NginxConfiguration configuration = next.http();
    LoadedConfiguration before = router.loaded();
    Map<String, Upstream> upstreams =
        before == null ? configuration.upstreams() : before.configuration().upstreams();
    balancing.reloaded();
    router.load(LoadedConfiguration.of(configuration, table, balancers(configuration, upstreams)));
    streams.reload(next.streams());
    listen(configuration.settings().flag("use-proxy-protocol", false));
  }

  /** The workers have the endpoints of a configuration. */
  void updateEndpoints(ControllerConfiguration next) {
    LoadedConfiguration before = router.loaded();
    if (before != null) {
      NginxConfiguration configuration = next.http();
      streams.update(next.streams());
      router.load(
          LoadedConfiguration.of(
              configuration, before.table(), balancers(configuration, configuration.upstreams())));
    }
  }

  private Balancers balancers(NginxConfiguration configuration, Map<String, Upstream> upstreams) {
    boolean oneWorker = configuration.settings().text("worker-processes", "auto").equals("1");
    return new Balancers(upstreams, names::last, oneWorker, balancing);
  }

  /** Begins to look the names of ExternalName Services up. */
  void resolveNames(NginxConfiguration configuration) {
    names.follow(configuration.upstreams().values());
  }

  private void listen(boolean proxyProtocol) {
    host.sockets()
        .listen(
            null,
            httpPort,
            new Listener(NAME, new HttpServer(proxy, Encryption.NEVER, proxyProtocol)));
    host.sockets()
        .listen(
            null,
            httpsPort,
            new Listener(NAME, new HttpServer(proxy, Encryption.ALWAYS, proxyProtocol)));
    host.sockets()
        .listen(
            null,
            ownPort,
            new Listener(
                NAME + "'s own backend", new HttpServer(NginxProcess::notFound, Encryption.NEVER)));
  }

  private static void notFound(HttpExchange exchange) {
    String why = "no rule takes the request: the default backend";
    Relay relay = Relay.answer(exchange.connection().socket().host().name(), "", List.of(why));
    exchange.respond(new HttpResponse(404, HttpHeaders.NONE, why).through(relay));
  }

  void stop() {
    names.stop();
    streams.stop();
    for (int port : new int[] {httpPort, httpsPort, ownPort}) {
      host.sockets().stopListening(null, port);
    }
  }
}
