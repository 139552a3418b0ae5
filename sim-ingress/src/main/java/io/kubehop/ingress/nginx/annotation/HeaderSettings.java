package io.kubehop.ingress.nginx.annotation;

import io.kubehop.core.http.HttpHeaders;
import io.kubehop.service.api.ConfigMap;
import java.util.List;

/**
 * Header fields that are set for a backend or for a client.
 *
 * @param upstreamVhost the {@code Host} that the backend gets; empty: that of the request
 * @param forwardedPrefix {@code X-Forwarded-Prefix} where a path is rewritten; empty: none
 * @param connection the {@code Connection} that the backend gets; empty: as the protocol asks
 * @param custom fields that every answer gets
 * @param portInRedirects whether redirects to https name the port
 */
public record HeaderSettings(
    String upstreamVhost,
    String forwardedPrefix,
    String connection,
    HttpHeaders custom,
    boolean portInRedirects) {
  /** Nothing is set. */
  public static final HeaderSettings NONE = new HeaderSettings("", "", "", HttpHeaders.NONE, false);

  static HeaderSettings read(AnnotationReader reader)
      throws InvalidAnnotationException, LocationDeniedException {
    boolean global = reader.settings().flag("use-port-in-redirects", false);
    return new HeaderSettings(
        reader.requireText("upstream-vhost").orElse(""),
        reader.requireText("x-forwarded-prefix").orElse(""),
        reader.requireText("connection-proxy-header").orElse(""),
        custom(reader),
        reader.flagOr("use-port-in-redirects", global));
  }

  private static HttpHeaders custom(AnnotationReader reader) throws LocationDeniedException {
    String name = reader.textOr("custom-headers", "");
    if (name.isEmpty()) {
      return HttpHeaders.NONE;
    }
    int slash = name.indexOf('/');
    ConfigMap map =
        reader
            .context()
            .find(
                ConfigMap.class,
                ConfigMap.KIND,
                slash < 0 ? "" : name.substring(0, slash),
                name.substring(slash + 1))
            .orElseThrow(() -> new LocationDeniedException("there is no ConfigMap " + name));
    List<String> allowed = reader.settings().list("global-allowed-response-headers");
    for (String header : map.data().keySet()) {
      if (!allowed.contains(header)) {
        throw new LocationDeniedException(
            "header " + header + " is not in global-allowed-response-headers");
      }
    }
    return HttpHeaders.of(map.data());
  }
}
