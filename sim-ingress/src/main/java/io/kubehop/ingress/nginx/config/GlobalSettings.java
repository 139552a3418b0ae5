package io.kubehop.ingress.nginx.config;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The ConfigMap of an ingress-nginx controller by key. A key that is absent, or whose value cannot
 * be read, has the default of the controller (internal/ingress/controller/config).
 *
 * @param values the keys and values as written
 */
public record GlobalSettings(Map<String, String> values) {
  /** A controller without a ConfigMap. */
  public static final GlobalSettings DEFAULT = new GlobalSettings(ImmutableMap.of());

  private static final ImmutableSet<String> MODELLED =
      ImmutableSet.of(
          "add-headers",
          "allow-cross-namespace-resources",
          "allow-snippet-annotations",
          "annotation-value-word-blocklist",
          "annotations-risk-level",
          "block-cidrs",
          "block-referers",
          "block-user-agents",
          "compute-full-forwarded-for",
          "custom-http-errors",
          "denylist-source-range",
          "enable-real-ip",
          "enable-underscores-in-headers",
          "force-ssl-redirect",
          "forwarded-for-header",
          "global-allowed-response-headers",
          "global-auth-method",
          "global-auth-request-redirect",
          "global-auth-response-headers",
          "global-auth-signin",
          "global-auth-signin-redirect-param",
          "global-auth-url",
          "hide-headers",
          "hsts",
          "hsts-include-subdomains",
          "hsts-max-age",
          "hsts-preload",
          "http-redirect-code",
          "ignore-invalid-headers",
          "limit-conn-status-code",
          "limit-req-status-code",
          "load-balance",
          "no-auth-locations",
          "no-tls-redirect-locations",
          "preserve-trailing-slash",
          "proxy-add-original-uri-header",
          "proxy-body-size",
          "proxy-connect-timeout",
          "proxy-next-upstream",
          "proxy-next-upstream-timeout",
          "proxy-next-upstream-tries",
          "proxy-read-timeout",
          "proxy-real-ip-cidr",
          "proxy-send-timeout",
          "proxy-set-headers",
          "relative-redirects",
          "retry-non-idempotent",
          "service-upstream",
          "ssl-redirect",
          "strict-validate-path-type",
          "upstream-keepalive-connections",
          "use-forwarded-headers",
          "use-port-in-redirects",
          "use-proxy-protocol",
          "whitelist-source-range",
          "worker-processes");

  /** Keys that change only what nobody outside of nginx can tell apart. */
  private static final ImmutableSet<String> WITHOUT_EFFECT =
      ImmutableSet.of(
          "access-log-path",
          "access-log-params",
          "client-body-buffer-size",
          "client-header-buffer-size",
          "disable-access-log",
          "enable-access-log-for-default-backend",
          "enable-multi-accept",
          "error-log-level",
          "error-log-path",
          "gzip-level",
          "gzip-types",
          "keep-alive",
          "keep-alive-requests",
          "large-client-header-buffers",
          "log-format-escape-json",
          "log-format-upstream",
          "map-hash-bucket-size",
          "max-worker-connections",
          "max-worker-open-files",
          "proxy-buffer-size",
          "proxy-buffering",
          "proxy-buffers-number",
          "proxy-headers-hash-bucket-size",
          "proxy-headers-hash-max-size",
          "proxy-request-buffering",
          "reuse-port",
          "server-name-hash-bucket-size",
          "server-name-hash-max-size",
          "server-tokens",
          "skip-access-log-urls",
          "ssl-buffer-size",
          "ssl-ciphers",
          "ssl-protocols",
          "ssl-session-cache",
          "ssl-session-cache-size",
          "ssl-session-tickets",
          "ssl-session-timeout",
          "upstream-keepalive-requests",
          "upstream-keepalive-timeout",
          "use-gzip",
          "use-http2",
          "variables-hash-bucket-size",
          "variables-hash-max-size",
          "worker-cpu-affinity",
          "worker-shutdown-timeout");

  /** Copies the map. */
  public GlobalSettings {
    values = ImmutableMap.copyOf(values);
  }

  /** Returns the keys that are given and not modelled, in their order. */
  public List<String> notModelled() {
    return values.keySet().stream()
        .filter(key -> !MODELLED.contains(key) && !WITHOUT_EFFECT.contains(key))
        .toList();
  }

  /** Returns a text. */
  public String text(String key, String otherwise) {
    String value = values.get(key);
    return value == null || value.isBlank() ? otherwise : value.trim();
  }

  /** Returns a switch. */
  public boolean flag(String key, boolean otherwise) {
    return switch (text(key, "").toLowerCase(Locale.ROOT)) {
      case "true", "t", "1" -> true;
      case "false", "f", "0" -> false;
      default -> otherwise;
    };
  }

  /** Returns a whole number. */
  public int number(String key, int otherwise) {
    String value = text(key, "");
    return value.matches("-?[0-9]{1,9}") ? Integer.parseInt(value) : otherwise;
  }

  /** Returns a list that is separated by commas. */
  public List<String> list(String key) {
    List<String> items = new ArrayList<>();
    Arrays.stream(text(key, "").split(",", -1))
        .map(String::trim)
        .filter(item -> !item.isEmpty())
        .forEach(items::add);
    return items;
  }
}
