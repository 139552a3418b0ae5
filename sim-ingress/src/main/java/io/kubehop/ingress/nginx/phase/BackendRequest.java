package io.kubehop.ingress.nginx.phase;

import com.google.common.collect.ImmutableSet;
import io.kubehop.core.http.HttpHeader;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpRequest;
import io.kubehop.ingress.nginx.annotation.HeaderSettings;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.ingress.nginx.route.Template;
import io.kubehop.ingress.nginx.server.Location;
import io.kubehop.ingress.nginx.uri.UriEscape;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The request as a backend gets it: what the template of nginx.conf sets, and the client's rest.
 */
final class BackendRequest {
  private static final Set<String> HOP_BY_HOP =
      ImmutableSet.of(
          "connection", "keep-alive", "te", "expect", "upgrade", "proxy", "transfer-encoding");

  private static final Pattern PLAIN = Pattern.compile("[a-z0-9-]+");
  private static final Pattern WITH_UNDERSCORES = Pattern.compile("[a-z0-9_-]+");

  private final NginxContext context;
  private final RequestFacts facts;
  private final Location location;
  private final Variables variables;

  BackendRequest(NginxContext context, RequestFacts facts, Location location, Variables variables) {
    this.context = context;
    this.facts = facts;
    this.location = location;
    this.variables = variables;
  }

  /**
   * Builds the request.
   *
   * @param rewritten the path after a rewrite; null if it is passed on as it was sent
   * @param granted fields that the service of {@code auth-url} has given
   */
  HttpRequest build(@Nullable String rewritten, HttpHeaders granted) {
    String target =
        rewritten == null
            ? facts.request().target()
            : UriEscape.path(rewritten) + facts.uri().querySuffix();
    Map<String, String> set = set();
    if (rewritten != null && !headers().forwardedPrefix().isEmpty()) {
      set.put("X-Forwarded-Prefix", fill(headers().forwardedPrefix()));
    }
    granted.fields().forEach(field -> set.put(field.name(), field.value()));
    return new HttpRequest(facts.request().method(), target, merge(set));
  }

  private HeaderSettings headers() {
    return location.annotations().headers();
  }

  private String fill(String template) {
    return Template.parse(template).fill(variables);
  }

  /** The fields that are set in any case; an empty one is not sent. */
  Map<String, String> set() {
    GlobalSettings settings = context.settings();
    Map<String, String> set = new LinkedHashMap<>();
    String vhost = headers().upstreamVhost();
    set.put("Host", vhost.isEmpty() ? facts.siteHost() : fill(vhost));
    set.put("Connection", headers().connection());
    set.put("X-Request-ID", requestId());
    set.put("X-Real-IP", facts.client().toString());
    set.put("X-Forwarded-For", forwardedFor(settings));
    set.put("X-Forwarded-Host", facts.siteHost());
    set.put("X-Forwarded-Port", forwardedPort(settings));
    set.put("X-Forwarded-Proto", facts.scheme());
    set.put("X-Forwarded-Scheme", facts.scheme());
    set.put("X-Scheme", facts.scheme());
    if (settings.flag("proxy-add-original-uri-header", false)) {
      set.put("X-Original-URI", facts.request().target());
    }
    set.put(
        "X-Original-Forwarded-For",
        orEmpty(first(settings.text("forwarded-for-header", "X-Forwarded-For"))));
    set.put("X-Original-Forwarded-Host", orEmpty(first("X-Forwarded-Host")));
    if (location.annotations().access().basic().isPresent()) {
      set.put("Authorization", "");
    }
    return set;
  }

  private HttpHeaders merge(Map<String, String> set) {
    HttpHeaders custom = context.loaded().headers().toBackends();
    HttpHeaders merged = HttpHeaders.NONE;
    for (Map.Entry<String, String> field : set.entrySet()) {
      if (!field.getValue().isEmpty()) {
        merged = merged.plus(field.getKey(), field.getValue());
      }
    }
    for (HttpHeader field : custom.fields()) {
      merged = merged.plus(field.name(), fill(field.value()));
    }
    for (HttpHeader field : facts.headers().fields()) {
      boolean isSet = custom.has(field.name()) || set.keySet().stream().anyMatch(field::isNamed);
      if (!isSet && isPassedOn(field)) {
        merged = merged.plus(field.name(), field.value());
      }
    }
    return merged;
  }

  /** Fields whose names have other characters than letters, digits and hyphens are dropped. */
  private boolean isPassedOn(HttpHeader field) {
    GlobalSettings settings = context.settings();
    String name = field.name().toLowerCase(Locale.ROOT);
    boolean underscores = settings.flag("enable-underscores-in-headers", false);
    boolean isValid = (underscores ? WITH_UNDERSCORES : PLAIN).matcher(name).matches();
    return (isValid || !settings.flag("ignore-invalid-headers", true))
        && !HOP_BY_HOP.contains(name);
  }

  private String requestId() {
    String given = first("X-Request-ID");
    return given != null && !given.isEmpty()
        ? given
        : String.format(
            Locale.ROOT, "%016x%016x", context.ids().nextLong(), context.ids().nextLong());
  }

  private String forwardedFor(GlobalSettings settings) {
    String before = first(settings.text("forwarded-for-header", "X-Forwarded-For"));
    boolean full =
        settings.flag("use-forwarded-headers", false)
            && settings.flag("compute-full-forwarded-for", false);
    return full && before != null ? before + ", " + facts.client() : facts.client().toString();
  }

  private String forwardedPort(GlobalSettings settings) {
    String given = settings.flag("use-forwarded-headers", false) ? first("X-Forwarded-Port") : null;
    String port = given == null ? String.valueOf(facts.port()) : given;
    return port.equals(String.valueOf(context.httpsPort())) ? "443" : port;
  }

  private @Nullable String first(String name) {
    return facts.headers().first(name);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
