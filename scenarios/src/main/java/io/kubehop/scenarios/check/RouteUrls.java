package io.kubehop.scenarios.check;

import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Destination.Scheme;
import io.kubehop.service.api.Gateway;
import io.kubehop.service.api.HTTPRoute;
import io.kubehop.service.api.ObjectKey;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A URL for each rule of a route that is for plain requests, as a client could call it at the
 * Gateways of the route.
 */
final class RouteUrls {
  private final HTTPRoute route;
  private final Set<Destination> urls = new LinkedHashSet<>();

  private RouteUrls(HTTPRoute route) {
    this.route = route;
  }

  static Set<Destination> of(HTTPRoute route, List<Gateway> gateways) {
    RouteUrls urls = new RouteUrls(route);
    for (HTTPRoute.ParentReference parent : route.parents()) {
      gateways.stream()
          .filter(gateway -> gateway.key().equals(urls.key(parent)))
          .forEach(gateway -> urls.add(gateway, parent));
    }
    return urls.urls;
  }

  private ObjectKey key(HTTPRoute.ParentReference parent) {
    Gateway.Reference reference = parent.parent();
    String namespace =
        reference.namespace().isEmpty() ? route.metadata().namespace() : reference.namespace();
    return new ObjectKey(reference.kind(), namespace, reference.name());
  }

  private void add(Gateway gateway, HTTPRoute.ParentReference parent) {
    for (Gateway.Listener listener : gateway.listeners()) {
      boolean meant =
          (parent.sectionName().isEmpty() || parent.sectionName().equals(listener.name()))
              && (parent.port() == 0 || parent.port() == listener.port())
              && listener.protocol().startsWith("HTTP");
      if (meant) {
        hosts(gateway, listener).forEach(host -> add(listener, host));
      }
    }
  }

  /** Without a name there is the Gateway's address. */
  private List<String> hosts(Gateway gateway, Gateway.Listener listener) {
    if (!route.hostnames().isEmpty()) {
      return route.hostnames();
    }
    return listener.hostname().isEmpty() ? gateway.addresses() : List.of(listener.hostname());
  }

  private void add(Gateway.Listener listener, String host) {
    Scheme scheme = listener.protocol().equals("HTTPS") ? Scheme.HTTPS : Scheme.HTTP;
    for (HTTPRoute.Rule rule : route.rules()) {
      List<HTTPRoute.Match> matches =
          rule.matches().isEmpty() ? List.of(HTTPRoute.Match.ALL) : rule.matches();
      matches.stream()
          .filter(RouteUrls::isPlain)
          .map(match -> IngressUrls.plain(match.path().value()))
          .forEach(
              path ->
                  urls.add(
                      new Destination(scheme, host.replace("*", "any"), listener.port(), path)));
    }
  }

  private static boolean isPlain(HTTPRoute.Match match) {
    return match.headers().isEmpty()
        && match.queryParams().isEmpty()
        && (match.method().isEmpty() || match.method().equals("GET"));
  }
}
