package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.http.HttpHeaders;
import io.kubehop.ingress.nginx.annotation.Access;
import io.kubehop.ingress.nginx.annotation.BasicAuth;
import io.kubehop.ingress.nginx.annotation.ExternalAuth;
import io.kubehop.ingress.nginx.annotation.SourceRanges;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.ingress.nginx.server.Location;
import io.kubehop.ingress.proxy.Decision;
import io.kubehop.ingress.proxy.Explanation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who may make a request (ngx_http_core_access_phase): addresses first, then users, then a service
 * that is asked. None may refuse, or with {@code satisfy: any} one has to grant.
 */
final class AccessPhase {
  private final NginxContext context;
  private final RequestFacts facts;
  private final Location location;
  private final Access access;
  private final Variables variables;

  AccessPhase(NginxContext context, RequestFacts facts, Location location, Variables variables) {
    this.context = context;
    this.facts = facts;
    this.location = location;
    this.access = location.annotations().access();
    this.variables = variables;
  }

  /**
   * Decides.
   *
   * @param refuse makes the answer to a refused request
   * @param grant goes on with a granted one, given the header fields for the backend
   */
  Decision check(
      Function<AccessVerdict, Decision> refuse,
      Function<HttpHeaders, Decision> grant,
      Explanation explanation) {
    boolean exempt = isAuthExempt();
    AccessVerdict address = byAddress();
    AccessVerdict user = exempt ? AccessVerdict.NEUTRAL : byUser();
    Optional<ExternalAuth> external = exempt ? Optional.empty() : access.external();
    if (access.any() && (address.isGranted() || user.isGranted())) {
      return grant.apply(HttpHeaders.NONE);
    }
    AccessVerdict refusal = access.any() ? address.orWorse(user) : address.orFirst(user);
    if (external.isPresent() && (access.any() || !refusal.isRefused())) {
      return new AuthRequest(context, facts, variables, external.get(), refusal)
          .ask(refuse, grant, explanation);
    }
    return refusal.isRefused() ? refuse.apply(refusal) : grant.apply(HttpHeaders.NONE);
  }

  private AccessVerdict byAddress() {
    boolean own = !access.deny().isEmpty() || !access.allow().isEmpty();
    SourceRanges blocked = SourceRanges.parse(context.settings().list("block-cidrs"));
    if ((own ? access.deny() : blocked).contains(facts.client())) {
      return forbidden("is in denylist-source-range or block-cidrs");
    }
    if (access.allow().isEmpty()) {
      return AccessVerdict.NEUTRAL;
    }
    return access.allow().contains(facts.client())
        ? AccessVerdict.GRANTED
        : forbidden("is not in allowlist-source-range");
  }

  private AccessVerdict forbidden(String why) {
    return AccessVerdict.refused(403, HttpHeaders.NONE, "client " + facts.client() + " " + why);
  }

  private boolean isAuthExempt() {
    GlobalSettings settings = context.settings();
    List<String> exempt =
        settings.values().containsKey("no-auth-locations")
            ? settings.list("no-auth-locations")
            : List.of("/.well-known/acme-challenge");
    return exempt.stream().anyMatch(location.path()::startsWith);
  }

  private AccessVerdict byUser() {
    if (access.basic().isEmpty()) {
      return AccessVerdict.NEUTRAL;
    }
    BasicAuth basic = access.basic().get();
    String header = facts.headers().first("Authorization");
    String credentials = header == null ? "" : decode(header);
    int colon = credentials.indexOf(':');
    String hash = colon < 0 ? null : basic.users().get(credentials.substring(0, colon));
    if (hash != null && Passwords.matches(credentials.substring(colon + 1), hash)) {
      return AccessVerdict.GRANTED;
    }
    HttpHeaders ask = HttpHeaders.of("WWW-Authenticate", "Basic realm=\"" + basic.realm() + "\"");
    return AccessVerdict.refused(401, ask, "no user with this password is in auth-secret");
  }

  private static String decode(String header) {
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return "";
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(6).trim());
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
