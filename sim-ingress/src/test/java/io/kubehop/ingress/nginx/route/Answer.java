package io.kubehop.ingress.nginx.route;

import io.kubehop.ingress.nginx.server.Location;
import io.kubehop.ingress.nginx.server.NginxConfiguration;
import io.kubehop.ingress.nginx.uri.BadRequest;
import io.kubehop.ingress.nginx.uri.HostName;
import io.kubehop.ingress.nginx.uri.Latin1;
import io.kubehop.ingress.nginx.uri.RequestUri;
import io.kubehop.ingress.nginx.uri.UriEscape;
import io.kubehop.ingress.proxy.Explanation;

/**
 * What becomes of a request, as far as both the simulator and a real nginx can tell.
 *
 * @param status the status
 * @param location the location that took it; empty if none did
 * @param target the target that the backend gets, or the one that the client is redirected to
 */
record Answer(int status, String location, String target) {

  /** What the simulator says. */
  static Answer ofSimulator(RoutingTable table, String host, String target) {
    try {
      String name = HostName.parse(host);
      RequestUri uri = RequestUri.parse(target);
      CompiledServer server = table.server(name, Explanation.NONE);
      LocationMatch match = server.find(uri.path(), Explanation.NONE);
      return of(server, match, name, uri, target);
    } catch (BadRequest e) {
      return new Answer(400, "", "");
    }
  }

  private static Answer of(
      CompiledServer server, LocationMatch match, String host, RequestUri uri, String target) {
    CompiledLocation compiled = match.location();
    if (compiled == null) {
      return new Answer(match.kind() == LocationMatch.Kind.HEALTH ? 200 : 403, "", "");
    }
    if (match.kind() == LocationMatch.Kind.MISSING_SLASH) {
      String to = "http://" + host + UriEscape.path(compiled.name()) + uri.querySuffix();
      return new Answer(301, "", to);
    }
    String id = id(server.name(), compiled.location());
    String rewritten =
        compiled.rewrite() == null ? null : compiled.rewrite().apply(uri.path(), v -> "", g -> g);
    if (rewritten != null && rewritten.isEmpty()) {
      return new Answer(500, "", "");
    }
    if (rewritten != null && !rewritten.startsWith("/")) {
      // nginx passes it on as it is; the backend, an nginx too, refuses a target without a slash.
      return new Answer(400, "", "");
    }
    return new Answer(
        200,
        id,
        rewritten == null ? Latin1.bytesOf(target) : UriEscape.path(rewritten) + uri.querySuffix());
  }

  /** A name for a location that stands in a header field. */
  static String id(String host, Location location) {
    String text = host + " " + location.kind() + " " + location.path();
    return Integer.toHexString(text.hashCode()) + "-" + location.upstream();
  }

  /** The text of nginx.conf for a configuration, with the port of a backend that says all. */
  static String nginxConf(NginxConfiguration configuration, int port, int backendPort) {
    return new NginxConf(configuration, port, backendPort).text();
  }
}
