package io.kubehop.ingress.nginx.annotation;

import static io.kubehop.ingress.nginx.annotation.KnownAnnotations.Support.MODELLED;
import static io.kubehop.ingress.nginx.annotation.KnownAnnotations.Support.NOT_MODELLED;
import static io.kubehop.ingress.nginx.annotation.KnownAnnotations.Support.NO_EFFECT;
import static io.kubehop.ingress.nginx.annotation.Risk.CRITICAL;
import static io.kubehop.ingress.nginx.annotation.Risk.HIGH;
import static io.kubehop.ingress.nginx.annotation.Risk.LOW;
import static io.kubehop.ingress.nginx.annotation.Risk.MEDIUM;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every annotation that controller 1.15 knows, with its risk, its check, and what we do with it.
 */
public final class KnownAnnotations {

  /** What the simulator does with an annotation. */
  public enum Support {
    /** It has its effect. */
    MODELLED,
    /** It changes nothing that a client, a backend or a packet could tell. */
    NO_EFFECT,
    /** Its effect is missing, which is reported. */
    NOT_MODELLED
  }

  /** One annotation. */
  record Known(Risk risk, Check check, Support support) {}

  /** Old names of annotations that were renamed. */
  static final ImmutableMap<String, String> ALIASES =
      ImmutableMap.of(
          "whitelist-source-range", "allowlist-source-range", "limit-whitelist", "limit-allowlist");

  private static final Map<String, Known> ALL = new LinkedHashMap<>();

  static {
    put("affinity", LOW, Check.COOKIE, MODELLED);
    put("affinity-canary-behavior", LOW, Check.CANARY_BEHAVIOR, MODELLED);
    put("affinity-mode", MEDIUM, Check.AFFINITY_MODE, MODELLED);
    put("allowlist-source-range", MEDIUM, Check.CIDRS, MODELLED);
    put("app-root", MEDIUM, Check.PATH_WITH_CAPTURE, MODELLED);
    put("auth-always-set-cookie", LOW, Check.BOOL, MODELLED);
    put("auth-cache-duration", MEDIUM, Check.EXTENDED, NOT_MODELLED);
    put("auth-cache-key", MEDIUM, Check.VARIABLES, NOT_MODELLED);
    put("auth-keepalive", LOW, Check.INT, NO_EFFECT);
    put("auth-keepalive-requests", LOW, Check.INT, NO_EFFECT);
    put("auth-keepalive-share-vars", LOW, Check.BOOL, NO_EFFECT);
    put("auth-keepalive-timeout", LOW, Check.INT, NO_EFFECT);
    put("auth-method", LOW, Check.METHODS, MODELLED);
    put("auth-proxy-set-headers", MEDIUM, Check.BASIC, MODELLED);
    put("auth-realm", MEDIUM, Check.BASIC_WITH_SPACE, MODELLED);
    put("auth-request-redirect", MEDIUM, Check.URL, MODELLED);
    put("auth-response-headers", MEDIUM, Check.HEADER_NAMES, MODELLED);
    put("auth-secret", MEDIUM, Check.BASIC, MODELLED);
    put("auth-secret-type", LOW, Check.AUTH_SECRET_TYPE, MODELLED);
    put("auth-signin", HIGH, Check.URL_WITH_VARIABLES, MODELLED);
    put("auth-signin-redirect-param", MEDIUM, Check.URL, MODELLED);
    put("auth-snippet", CRITICAL, Check.ANY, NOT_MODELLED);
    put("auth-tls-error-page", HIGH, Check.ANY, NOT_MODELLED);
    put("auth-tls-match-cn", HIGH, Check.ANY, NOT_MODELLED);
    put("auth-tls-pass-certificate-to-upstream", LOW, Check.BOOL, NOT_MODELLED);
    put("auth-tls-secret", MEDIUM, Check.BASIC, NOT_MODELLED);
    put("auth-tls-verify-client", MEDIUM, Check.ANY, NOT_MODELLED);
    put("auth-tls-verify-depth", LOW, Check.INT, NOT_MODELLED);
    put("auth-type", LOW, Check.AUTH_TYPE, MODELLED);
    put("auth-url", HIGH, Check.URL_WITH_VARIABLES, MODELLED);
    put("backend-protocol", LOW, Check.PROTOCOL, MODELLED);
    put("canary", LOW, Check.BOOL, MODELLED);
    put("canary-by-cookie", MEDIUM, Check.BASIC, MODELLED);
    put("canary-by-header", MEDIUM, Check.BASIC, MODELLED);
    put("canary-by-header-pattern", MEDIUM, Check.REGEX, MODELLED);
    put("canary-by-header-value", MEDIUM, Check.BASIC, MODELLED);
    put("canary-weight", LOW, Check.INT, MODELLED);
    put("canary-weight-total", LOW, Check.INT, MODELLED);
    put("client-body-buffer-size", LOW, Check.SIZE, NO_EFFECT);
    put("configuration-snippet", CRITICAL, Check.ANY, NOT_MODELLED);
    put("connection-proxy-header", LOW, Check.CONNECTION, MODELLED);
    put("cors-allow-credentials", LOW, Check.BOOL, MODELLED);
    put("cors-allow-headers", MEDIUM, Check.HEADER_NAMES, MODELLED);
    put("cors-allow-methods", MEDIUM, Check.CORS_METHODS, MODELLED);
    put("cors-allow-origin", MEDIUM, Check.CORS_ORIGINS, MODELLED);
    put("cors-expose-headers", MEDIUM, Check.CORS_EXPOSE_HEADERS, MODELLED);
    put("cors-max-age", LOW, Check.INT, MODELLED);
    put("custom-headers", MEDIUM, Check.BASIC, MODELLED);
    put("custom-http-errors", LOW, Check.HTTP_ERRORS, MODELLED);
    put("default-backend", LOW, Check.SERVICE_NAME, MODELLED);
    put("denylist-source-range", MEDIUM, Check.CIDRS, MODELLED);
    put("disable-proxy-intercept-errors", LOW, Check.BOOL, MODELLED);
    put("enable-access-log", LOW, Check.BOOL, NO_EFFECT);
    put("enable-cors", LOW, Check.BOOL, MODELLED);
    put("enable-global-auth", LOW, Check.BOOL, MODELLED);
    put("enable-modsecurity", LOW, Check.BOOL, NOT_MODELLED);
    put("enable-opentelemetry", LOW, Check.BOOL, NO_EFFECT);
    put("enable-owasp-core-rules", LOW, Check.BOOL, NOT_MODELLED);
    put("enable-rewrite-log", LOW, Check.BOOL, NO_EFFECT);
    put("fastcgi-index", MEDIUM, Check.ANY, NOT_MODELLED);
    put("fastcgi-params-configmap", MEDIUM, Check.BASIC, NOT_MODELLED);
    put("force-ssl-redirect", MEDIUM, Check.BOOL, MODELLED);
    put("from-to-www-redirect", LOW, Check.BOOL, MODELLED);
    put("http2-push-preload", LOW, Check.BOOL, NO_EFFECT);
    put("limit-allowlist", LOW, Check.CIDRS, MODELLED);
    put("limit-burst-multiplier", LOW, Check.INT, MODELLED);
    put("limit-connections", LOW, Check.INT, MODELLED);
    put("limit-rate", LOW, Check.INT, NO_EFFECT);
    put("limit-rate-after", LOW, Check.INT, NO_EFFECT);
    put("limit-rpm", LOW, Check.INT, MODELLED);
    put("limit-rps", LOW, Check.INT, MODELLED);
    put("load-balance", LOW, Check.LOAD_BALANCE, MODELLED);
    put("mirror-host", HIGH, Check.REGEX, NOT_MODELLED);
    put("mirror-request-body", LOW, Check.ON_OFF, NOT_MODELLED);
    put("mirror-target", HIGH, Check.REGEX, NOT_MODELLED);
    put("modsecurity-snippet", CRITICAL, Check.ANY, NOT_MODELLED);
    put("modsecurity-transaction-id", HIGH, Check.VARIABLES, NOT_MODELLED);
    put("opentelemetry-operation-name", MEDIUM, Check.ANY, NO_EFFECT);
    put("opentelemetry-trust-incoming-span", LOW, Check.BOOL, NO_EFFECT);
    put("permanent-redirect", MEDIUM, Check.URL, MODELLED);
    put("permanent-redirect-code", LOW, Check.INT, MODELLED);
    put("preserve-trailing-slash", MEDIUM, Check.BOOL, MODELLED);
    put("proxy-body-size", MEDIUM, Check.SIZE, MODELLED);
    put("proxy-buffer-size", LOW, Check.SIZE, NO_EFFECT);
    put("proxy-buffering", LOW, Check.ON_OFF, NO_EFFECT);
    put("proxy-buffers-number", LOW, Check.INT, NO_EFFECT);
    put("proxy-busy-buffers-size", LOW, Check.SIZE, NO_EFFECT);
    put("proxy-connect-timeout", LOW, Check.INT, MODELLED);
    put("proxy-cookie-domain", MEDIUM, Check.COOKIE_DOMAIN, MODELLED);
    put("proxy-cookie-path", MEDIUM, Check.URL, MODELLED);
    put("proxy-http-version", LOW, Check.HTTP_VERSION, NO_EFFECT);
    put("proxy-max-temp-file-size", LOW, Check.SIZE, NO_EFFECT);
    put("proxy-next-upstream", MEDIUM, Check.NEXT_UPSTREAM, MODELLED);
    put("proxy-next-upstream-timeout", LOW, Check.INT, MODELLED);
    put("proxy-next-upstream-tries", LOW, Check.INT, MODELLED);
    put("proxy-read-timeout", LOW, Check.INT, MODELLED);
    put("proxy-redirect-from", MEDIUM, Check.URL, MODELLED);
    put("proxy-redirect-to", MEDIUM, Check.URL, MODELLED);
    put("proxy-request-buffering", LOW, Check.ON_OFF, NO_EFFECT);
    put("proxy-send-timeout", LOW, Check.INT, NO_EFFECT);
    put("proxy-ssl-ciphers", MEDIUM, Check.ANY, NO_EFFECT);
    put("proxy-ssl-name", HIGH, Check.REGEX, NOT_MODELLED);
    put("proxy-ssl-protocols", LOW, Check.ANY, NO_EFFECT);
    put("proxy-ssl-secret", MEDIUM, Check.BASIC, NOT_MODELLED);
    put("proxy-ssl-server-name", LOW, Check.ON_OFF, NOT_MODELLED);
    put("proxy-ssl-verify", LOW, Check.ON_OFF, NOT_MODELLED);
    put("proxy-ssl-verify-depth", LOW, Check.INT, NOT_MODELLED);
    put("relative-redirects", LOW, Check.BOOL, MODELLED);
    put("rewrite-target", MEDIUM, Check.PATH_WITH_CAPTURE, MODELLED);
    put("satisfy", LOW, Check.SATISFY, MODELLED);
    put("server-alias", HIGH, Check.SERVER_NAMES, MODELLED);
    put("server-snippet", CRITICAL, Check.ANY, NOT_MODELLED);
    put("service-upstream", LOW, Check.BOOL, MODELLED);
    put("session-cookie-change-on-failure", LOW, Check.BOOL, MODELLED);
    put("session-cookie-conditional-samesite-none", LOW, Check.BOOL, MODELLED);
    put("session-cookie-domain", MEDIUM, Check.BASIC, MODELLED);
    put("session-cookie-expires", MEDIUM, Check.COOKIE_AGE, MODELLED);
    put("session-cookie-max-age", MEDIUM, Check.COOKIE_AGE, MODELLED);
    put("session-cookie-name", MEDIUM, Check.BASIC, MODELLED);
    put("session-cookie-path", MEDIUM, Check.URL, MODELLED);
    put("session-cookie-samesite", LOW, Check.SAME_SITE, MODELLED);
    put("session-cookie-secure", LOW, Check.BOOL, MODELLED);
    put("ssl-ciphers", LOW, Check.ANY, NO_EFFECT);
    put("ssl-passthrough", LOW, Check.BOOL, NOT_MODELLED);
    put("ssl-prefer-server-ciphers", LOW, Check.BOOL, NO_EFFECT);
    put("ssl-redirect", LOW, Check.BOOL, MODELLED);
    put("stream-snippet", CRITICAL, Check.ANY, NOT_MODELLED);
    put("temporal-redirect", MEDIUM, Check.URL, MODELLED);
    put("temporal-redirect-code", LOW, Check.INT, MODELLED);
    put("upstream-hash-by", HIGH, Check.VARIABLES, MODELLED);
    put("upstream-hash-by-subset", LOW, Check.BOOL, MODELLED);
    put("upstream-hash-by-subset-size", LOW, Check.INT, MODELLED);
    put("upstream-vhost", LOW, Check.REGEX, MODELLED);
    put("use-port-in-redirects", LOW, Check.BOOL, MODELLED);
    put("use-regex", LOW, Check.BOOL, MODELLED);
    put("x-forwarded-prefix", MEDIUM, Check.PATH_WITH_CAPTURE, MODELLED);
  }

  private KnownAnnotations() {}

  private static void put(String name, Risk risk, Check check, Support support) {
    ALL.put(name, new Known(risk, check, support));
  }

  /** What is known of a name, without the prefix; null if the controller does not know it. */
  static @Nullable Known get(String name) {
    return ALL.get(ALIASES.getOrDefault(name, name));
  }

  /** The names of those with which we do one thing, without their prefix, sorted. */
  public static List<String> names(Support support) {
    return ALL.entrySet().stream()
        .filter(entry -> entry.getValue().support() == support)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
