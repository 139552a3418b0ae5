package io.kubehop.ingress.nginx.annotation;

import io.kubehop.core.http.HttpHeaders;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.service.api.ConfigMap;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A service that is asked before each request (annotations/authreq).
 *
 * @param url whom to ask, {@code auth-url}
 * @param method the method to ask with; empty: that of the request
 * @param signIn where a client that is turned away is sent; empty: nowhere
 * @param signInParameter the parameter that tells that page where the client came from
 * @param responseHeaders headers of the answer that the backend gets
 * @param requestRedirect {@code X-Auth-Request-Redirect}; empty: the request's own URI
 * @param proxySetHeaders further headers of the question
 */
public record ExternalAuth(
    String url,
    String method,
    String signIn,
    String signInParameter,
    List<String> responseHeaders,
    String requestRedirect,
    HttpHeaders proxySetHeaders) {

  /** Copies the list. */
  public ExternalAuth {
    responseHeaders = List.copyOf(responseHeaders);
  }

  static Optional<ExternalAuth> read(AnnotationReader reader)
      throws InvalidAnnotationException, LocationDeniedException {
    Optional<String> url = reader.requireText("auth-url");
    if (url.isEmpty()) {
      return Optional.empty();
    }
    if (!isUrl(url.get())) {
      throw new LocationDeniedException("auth-url '" + url.get() + "' is no URL");
    }
    return Optional.of(
        new ExternalAuth(
            url.get(),
            reader.textOr("auth-method", ""),
            reader.textOr("auth-signin", ""),
            reader.textOr("auth-signin-redirect-param", "rd"),
            names(reader.textOr("auth-response-headers", "")),
            reader.textOr("auth-request-redirect", ""),
            proxySetHeaders(reader)));
  }

  private static boolean isUrl(String text) {
    try {
      // Variables of nginx are allowed in a URL, and are no characters of one.
      URI uri = URI.create(text.replace("$", ""));
      return uri.getScheme() != null && uri.getRawAuthority() != null && !text.contains("..");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The service that the ConfigMap names for all Ingresses; absent if there is none. */
  static Optional<ExternalAuth> global(GlobalSettings settings) {
    String url = settings.text("global-auth-url", "");
    return url.isEmpty() || !isUrl(url)
        ? Optional.empty()
        : Optional.of(
            new ExternalAuth(
                url,
                settings.text("global-auth-method", ""),
                settings.text("global-auth-signin", ""),
                settings.text("global-auth-signin-redirect-param", "rd"),
                names(settings.text("global-auth-response-headers", "")),
                settings.text("global-auth-request-redirect", ""),
                HttpHeaders.NONE));
  }

  private static List<String> names(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::trim)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static HttpHeaders proxySetHeaders(AnnotationReader reader)
      throws LocationDeniedException {
    String name = reader.textOr("auth-proxy-set-headers", "");
    if (name.isEmpty()) {
      return HttpHeaders.NONE;
    }
    int slash = name.indexOf('/');
    String namespace = slash < 0 ? reader.namespace() : name.substring(0, slash);
    return reader
        .context()
        .find(ConfigMap.class, ConfigMap.KIND, namespace, name.substring(slash + 1))
        .map(map -> HttpHeaders.of(map.data()))
        .orElseThrow(() -> new LocationDeniedException("there is no ConfigMap " + name));
  }
}
