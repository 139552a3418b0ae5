package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.http.HttpHeaders;
import io.kubehop.ingress.nginx.server.Location;
import io.kubehop.ingress.nginx.uri.UriEscape;
import io.kubehop.service.api.ObjectKey;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** nginx' variables for one request; one that has no value is empty. */
final class Variables implements Function<String, String> {
  private final RequestFacts facts;
  private final String serverName;
  private final @Nullable Location location;
  private final String backend;

  /**
   * The variables of a request in a location.
   *
   * @param backend the Service and port of the location, {@code namespace/service:port}
   */
  Variables(RequestFacts facts, String serverName, @Nullable Location location, String backend) {
    this.facts = facts;
    this.serverName = serverName;
    this.location = location;
    this.backend = backend;
  }

  @Override
  public String apply(String name) {
    if (name.startsWith("http_") && !name.equals("http_host")) {
      return header(name.substring(5));
    }
    if (name.startsWith("cookie_")) {
      return orEmpty(headers().cookie(name.substring(7)));
    }
    return name.startsWith("arg_") ? argument(name.substring(4)) : plain(name);
  }

  private String plain(String name) {
    return switch (name) {
      case "host" -> facts.host();
      case "http_host" -> orEmpty(facts.request().host());
      case "best_http_host" -> facts.siteHost();
      case "request_uri" -> facts.request().target();
      case "escaped_request_uri" -> UriEscape.component(facts.request().target());
      case "uri", "document_uri" -> facts.path();
      case "args", "query_string" -> orEmpty(facts.uri().query());
      case "is_args" -> facts.uri().querySuffix().isEmpty() ? "" : "?";
      case "scheme" -> facts.tls() ? "https" : "http";
      case "pass_access_scheme" -> facts.scheme();
      case "https" -> facts.tls() ? "on" : "";
      case "remote_addr", "the_real_ip", "full_x_forwarded_for" -> facts.client().toString();
      case "binary_remote_addr" -> facts.client().toString();
      case "server_name" -> serverName;
      case "server_port", "pass_server_port", "pass_port" -> String.valueOf(facts.port());
      case "server_protocol" -> "HTTP/1.1";
      case "request_method" -> facts.request().method();
      case "subdomain" -> facts.host().substring(0, Math.max(0, facts.host().indexOf('.')));
      default -> ofLocation(name);
    };
  }

  private String ofLocation(String name) {
    if (location == null) {
      return "";
    }
    int slash = backend.indexOf('/');
    int colon = backend.lastIndexOf(':');
    return switch (name) {
      case "namespace" -> location.ingress().map(ObjectKey::namespace).orElse("");
      case "ingress_name" -> location.ingress().map(ObjectKey::name).orElse("");
      case "service_name" -> colon < 0 ? "" : backend.substring(slash + 1, colon);
      case "service_port" -> colon < 0 ? "" : backend.substring(colon + 1);
      case "location_path" -> location.rulePath();
      case "proxy_upstream_name", "proxy_host" -> location.upstream();
      default -> "";
    };
  }

  private HttpHeaders headers() {
    return facts.headers();
  }

  private String header(String name) {
    return headers().fields().stream()
        .filter(f -> f.name().toLowerCase(Locale.ROOT).replace('-', '_').equals(name))
        .map(f -> f.value())
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }

  private String argument(String name) {
    for (String pair : orEmpty(facts.uri().query()).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0 && pair.substring(0, equals).equalsIgnoreCase(name)) {
        return pair.substring(equals + 1);
      }
    }
    return "";
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
