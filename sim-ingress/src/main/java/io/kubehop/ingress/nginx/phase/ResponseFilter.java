package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.http.HttpHeader;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpResponse;
import io.kubehop.ingress.nginx.annotation.Cors;
import io.kubehop.ingress.nginx.annotation.ProxySettings;
import io.kubehop.ingress.nginx.annotation.StickyCookie;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.ingress.nginx.server.Location;
import io.kubehop.ingress.nginx.server.Upstream;
import java.util.List;
import java.util.Locale;

/** The header fields that a location sets in what a client gets. */
final class ResponseFilter {
  private static final int HSTS_MAX_AGE = 31536000;

  private final NginxContext context;
  private final RequestFacts facts;
  private final String serverName;
  private final Location location;
  private final Variables variables;

  ResponseFilter(
      NginxContext context,
      RequestFacts facts,
      String serverName,
      Location location,
      Variables variables) {
    this.context = context;
    this.facts = facts;
    this.serverName = serverName;
    this.location = location;
    this.variables = variables;
  }

  /** Whether the request is a CORS preflight that the location answers. */
  boolean isPreflight() {
    return facts.request().method().equals("OPTIONS") && corsApplies();
  }

  private boolean corsApplies() {
    String origin = facts.headers().first("Origin");
    return location
        .annotations()
        .cors()
        .filter(cors -> cors.allows(origin == null ? "" : origin))
        .isPresent();
  }

  /** What the location adds to every answer. */
  HttpResponse decorate(HttpResponse response) {
    HttpHeaders headers = response.headers();
    GlobalSettings settings = context.settings();
    if (facts.tls() && settings.flag("hsts", true)) {
      headers = headers.with("Strict-Transport-Security", hsts(settings));
    }
    for (HttpHeader global : context.loaded().headers().toClients().fields()) {
      headers = headers.with(global.name(), global.value());
    }
    if (corsApplies()) {
      headers = cors(headers, location.annotations().cors().orElseThrow());
    }
    for (HttpHeader custom : location.annotations().headers().custom().fields()) {
      headers = headers.with(custom.name(), custom.value());
    }
    return response.withHeaders(headers);
  }

  private static String hsts(GlobalSettings settings) {
    String value = "max-age=" + settings.number("hsts-max-age", HSTS_MAX_AGE);
    value += settings.flag("hsts-include-subdomains", true) ? "; includeSubDomains" : "";
    return value + (settings.flag("hsts-preload", false) ? "; preload" : "");
  }

  private HttpHeaders cors(HttpHeaders headers, Cors cors) {
    boolean all = cors.origins().equals(List.of("*"));
    String origin = facts.headers().first("Origin");
    HttpHeaders with =
        headers.with("Access-Control-Allow-Origin", all || origin == null ? "*" : origin);
    if (cors.credentials()) {
      with = with.with("Access-Control-Allow-Credentials", "true");
    }
    with =
        with.with("Access-Control-Allow-Methods", cors.methods())
            .with("Access-Control-Allow-Headers", cors.headers());
    if (!cors.exposeHeaders().isEmpty()) {
      with = with.with("Access-Control-Expose-Headers", cors.exposeHeaders());
    }
    return with.with("Access-Control-Max-Age", String.valueOf(cors.maxAge()));
  }

  /** What a backend says without the fields that no client is to see (proxy_hide_header). */
  HttpResponse withoutHidden(HttpResponse response) {
    HttpHeaders shown = response.headers();
    for (String hidden : context.settings().list("hide-headers")) {
      shown = shown.without(hidden);
    }
    return response.withHeaders(shown);
  }

  /** A backend's redirect to itself, in the words of the client (proxy_redirect). */
  HttpResponse redirected(HttpResponse response) {
    ProxySettings proxy = location.annotations().proxy();
    String target = response.headers().first("Location");
    String from = proxy.redirectFrom();
    if (target == null || from.equals("off") || proxy.redirectTo().equals("off")) {
      return response;
    }
    return target.startsWith(from)
        ? response.withHeaders(
            response
                .headers()
                .with("Location", proxy.redirectTo() + target.substring(from.length())))
        : response;
  }

  /** Gives the client the cookie of a sticky upstream, where the rule's path asks for it. */
  HttpResponse withCookie(HttpResponse response, Upstream upstream, String value) {
    if (value.isEmpty() || !setsCookie(upstream)) {
      return response;
    }
    StickyCookie cookie = upstream.balancing().affinity().cookie();
    return response.withHeaders(response.headers().plus("Set-Cookie", text(cookie, value)));
  }

  private boolean setsCookie(Upstream upstream) {
    String host = serverName.equals("_") ? serverName : facts.host();
    List<String> paths = upstream.cookiePaths().get(host);
    if (paths == null) {
      paths = upstream.cookiePaths().get("*" + host.substring(Math.max(0, host.indexOf('.'))));
    }
    return paths != null && paths.contains(location.rulePath());
  }

  private String text(StickyCookie cookie, String value) {
    StringBuilder text = new StringBuilder(cookie.name() + "=" + value);
    if (!cookie.expires().isEmpty()) {
      text.append("; Expires=").append(CookieTime.in(context.balancing(), cookie.expires()));
    }
    append(text, "Max-Age", cookie.maxAge());
    append(text, "Domain", cookie.domain());
    append(text, "Path", cookie.path().isEmpty() ? location.rulePath() : cookie.path());
    text.append(cookie.secure() || variables.apply("https").equals("on") ? "; Secure" : "");
    text.append("; HttpOnly");
    append(text, "SameSite", cookie.sameSite());
    return text.toString();
  }

  private static void append(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append(String.format(Locale.ROOT, "; %s=%s", name, value));
    }
  }
}
