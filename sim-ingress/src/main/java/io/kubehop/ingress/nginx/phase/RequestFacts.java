package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpRequest;
import io.kubehop.core.net.IpAddress;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.ingress.nginx.uri.BadRequest;
import io.kubehop.ingress.nginx.uri.HostName;
import io.kubehop.ingress.nginx.uri.RequestUri;
import io.kubehop.ingress.proxy.ProxyRequest;
import java.util.List;

/**
 * What nginx knows of a request before it looks for a location.
 *
 * @param request the request as it was sent
 * @param host the name in the Host header, in lower case and without port
 * @param uri the path and query
 * @param tls whether it came encrypted
 * @param port the port of nginx that it came to
 * @param client the address that counts as the client's
 * @param scheme {@code http} or {@code https}, as the client used it
 * @param siteHost the Host header that backends and redirects get
 */
record RequestFacts(
    HttpRequest request,
    String host,
    RequestUri uri,
    boolean tls,
    int port,
    IpAddress client,
    String scheme,
    String siteHost) {

  static RequestFacts of(ProxyRequest incoming, GlobalSettings settings) throws BadRequest {
    HttpRequest request = incoming.request();
    List<String> hosts = request.headers().all("Host");
    if (hosts.size() != 1) {
      throw new BadRequest("the request has " + hosts.size() + " Host headers");
    }
    String host = HostName.parse(hosts.get(0));
    boolean trusts = settings.flag("use-forwarded-headers", false);
    String proto = trusts ? request.headers().first("X-Forwarded-Proto") : null;
    String forwardedHost = trusts ? request.headers().first("X-Forwarded-Host") : null;
    String scheme = proto == null ? incoming.isTls() ? "https" : "http" : proto;
    return new RequestFacts(
        request,
        host,
        RequestUri.parse(request.target()),
        incoming.isTls(),
        incoming.localPort(),
        RealAddress.of(incoming, settings),
        scheme,
        forwardedHost == null ? hosts.get(0) : forwardedHost.split(",", -1)[0]);
  }

  HttpHeaders headers() {
    return request.headers();
  }

  /** The path as locations compare it. */
  String path() {
    return uri.path();
  }

  boolean isPlain() {
    return scheme.equals("http");
  }

  /** The host for redirects: without its port, but spelled as it was sent. */
  String redirectHost() {
    int colon = siteHost.indexOf(':');
    return colon < 0 ? siteHost : siteHost.substring(0, colon);
  }
}
