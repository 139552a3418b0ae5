package io.kubehop.ingress.gateway;

import com.google.common.collect.ImmutableSet;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpRequest;
import io.kubehop.service.api.HTTPRouteFilter;
import io.kubehop.service.api.HTTPRouteFilter.HeaderChange;
import io.kubehop.service.api.HTTPRouteFilter.PathChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the filters of a rule do.
 *
 * @param all the filters, those of the backend after those of the rule
 * @param prefix the prefix of the path that the rule is for, without a final slash
 */
record Filters(List<HTTPRouteFilter> all, String prefix) {
  private static final String REQUEST = "RequestHeaderModifier";
  private static final String RESPONSE = "ResponseHeaderModifier";
  private static final Set<String> KNOWN =
      ImmutableSet.of(REQUEST, RESPONSE, "RequestRedirect", "URLRewrite", "RequestMirror");

  static boolean isKnown(String type) {
    return KNOWN.contains(type);
  }

  /** The same with further filters. */
  Filters and(List<HTTPRouteFilter> more) {
    List<HTTPRouteFilter> both = new ArrayList<>(all);
    both.addAll(more);
    return new Filters(List.copyOf(both), prefix);
  }

  /** A type of filter that is not known: a request that it should pass is answered by 500. */
  Optional<String> unknown() {
    return all.stream().map(HTTPRouteFilter::type).filter(type -> !isKnown(type)).findFirst();
  }

  Optional<HTTPRouteFilter.Redirect> redirect() {
    return all.stream().flatMap(filter -> filter.redirect().stream()).findFirst();
  }

  /** Where a redirect leads. */
  String location(
      HTTPRouteFilter.Redirect redirect, RequestView view, boolean tls, int listenerPort) {
    String scheme = !redirect.scheme().isEmpty() ? redirect.scheme() : tls ? "https" : "http";
    int known = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : 0;
    int port = redirect.port();
    if (port == 0) {
      port = !redirect.scheme().isEmpty() && known != 0 ? known : listenerPort;
    }
    String host = redirect.hostname().isEmpty() ? view.host() : redirect.hostname();
    String path = redirect.path().map(change -> changed(view.path(), change)).orElse(view.path());
    return scheme + "://" + host + (port == known ? "" : ":" + port) + path + query(view.request());
  }

  private static String query(HttpRequest request) {
    String query = request.query();
    return query == null ? "" : "?" + query;
  }

  /** A prefix goes by elements, so that no slash is doubled and none is lost. */
  private String changed(String path, PathChange change) {
    if (change.whole()) {
      return change.value();
    }
    String rest = path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    String value = change.value();
    String start = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    String joined = rest.isEmpty() ? value : start + rest;
    return joined.isEmpty() ? "/" : joined;
  }

  /** The request as the backend gets it. */
  HttpRequest applyTo(HttpRequest request) {
    HttpRequest changed = request;
    for (HTTPRouteFilter filter : all) {
      if (filter.type().equals(REQUEST) && filter.headers().isPresent()) {
        changed = changed.withHeaders(apply(filter.headers().get(), changed.headers()));
      }
      if (filter.rewrite().isPresent()) {
        changed = rewritten(changed, filter.rewrite().get());
      }
    }
    return changed;
  }

  private HttpRequest rewritten(HttpRequest request, HTTPRouteFilter.Rewrite rewrite) {
    HttpRequest changed =
        rewrite
            .path()
            .map(change -> request.withTarget(changed(request.path(), change) + query(request)))
            .orElse(request);
    return rewrite.hostname().isEmpty()
        ? changed
        : changed.withHeaders(changed.headers().with("Host", rewrite.hostname()));
  }

  /** The header fields of an answer as the client gets them. */
  HttpHeaders applyToResponse(HttpHeaders headers) {
    HttpHeaders changed = headers;
    for (HTTPRouteFilter filter : all) {
      if (filter.type().equals(RESPONSE) && filter.headers().isPresent()) {
        changed = apply(filter.headers().get(), changed);
      }
    }
    return changed;
  }

  private static HttpHeaders apply(HeaderChange change, HttpHeaders headers) {
    HttpHeaders changed = headers;
    for (Map.Entry<String, String> field : change.set().entrySet()) {
      changed = changed.with(field.getKey(), field.getValue());
    }
    for (Map.Entry<String, String> field : change.add().entrySet()) {
      changed = changed.plus(field.getKey(), field.getValue());
    }
    for (String name : change.remove()) {
      changed = changed.without(name);
    }
    return changed;
  }
}
