package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.http.HttpHeaders;
import io.kubehop.ingress.nginx.annotation.IngressAnnotations;
import io.kubehop.ingress.nginx.annotation.RateLimit;
import io.kubehop.ingress.nginx.annotation.Redirect;
import io.kubehop.ingress.nginx.balance.CanaryRoute;
import io.kubehop.ingress.nginx.balance.PickRequest;
import io.kubehop.ingress.nginx.balance.UpstreamBalancer;
import io.kubehop.ingress.nginx.route.CompiledLocation;
import io.kubehop.ingress.nginx.route.LocationMatch;
import io.kubehop.ingress.nginx.route.RewriteRule;
import io.kubehop.ingress.nginx.route.Template;
import io.kubehop.ingress.nginx.server.Location;
import io.kubehop.ingress.nginx.server.Upstream;
import io.kubehop.ingress.nginx.uri.UriEscape;
import io.kubehop.ingress.proxy.Decision;
import io.kubehop.ingress.proxy.Explanation;
import io.kubehop.ingress.proxy.ProxyRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes one request through the phases of its location, in the order of nginx. */
final class LocationPhases {
  private final NginxRouter router;
  private final NginxContext context;
  private final ProxyRequest incoming;
  private final RequestFacts facts;
  private final LocationMatch match;
  private final CompiledLocation compiled;
  private final Location location;
  private final IngressAnnotations annotations;
  private final Explanation explanation;
  private final Variables variables;
  private final ResponseFilter responses;
  private final String backend;
  private @Nullable String rewritten;

  LocationPhases(
      NginxRouter router,
      NginxContext context,
      ProxyRequest incoming,
      RequestFacts facts,
      String serverName,
      LocationMatch match) {
    this.router = router;
    this.context = context;
    this.incoming = incoming;
    this.facts = facts;
    this.match = match;
    this.compiled = Objects.requireNonNull(match.location());
    this.location = compiled.location();
    this.annotations = location.annotations();
    this.explanation = incoming.explanation();
    Upstream upstream = context.balancers().upstream(location.upstream());
    this.backend = upstream == null ? "" : upstream.label();
    this.variables = new Variables(facts, serverName, location, backend);
    this.responses = new ResponseFilter(context, facts, serverName, location, variables);
  }

  /** What is to become of the request. */
  Decision decide() {
    Decision early = findConfig();
    early = early == null ? rewritePhase() : early;
    if (early != null) {
      return early;
    }
    UpstreamBalancer main = context.balancers().of(location.upstream());
    if (main == null) {
      tellName(context.balancers().upstream(location.upstream()));
      return refuse(503, backend + " has no endpoint that is ready");
    }
    PickRequest pick = new PickRequest(facts.headers(), variables, List.of());
    UpstreamBalancer chosen =
        new CanaryRoute(context.balancers(), context.balancing()).choose(main, pick, explanation);
    Decision limited = limits();
    return limited == null ? access(chosen) : limited;
  }

  private @Nullable Decision findConfig() {
    long limit = annotations.proxy().bodySize();
    if (limit != 0 && contentLength() > limit) {
      return refuse(413, "the body is larger than proxy-body-size, " + limit + " bytes");
    }
    if (match.kind() == LocationMatch.Kind.MISSING_SLASH) {
      boolean relative =
          annotations.redirect().relative() || context.settings().flag("relative-redirects", false);
      String site = relative ? "" : (facts.tls() ? "https://" : "http://") + facts.host();
      return redirect(
          301,
          site + UriEscape.path(compiled.name()) + facts.uri().querySuffix(),
          "nginx adds the slash of the location's name");
    }
    return null;
  }

  private long contentLength() {
    String length = facts.headers().first("Content-Length");
    return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
  }

  private @Nullable Decision rewritePhase() {
    if (!location.isAllowed()) {
      return Answers.status(503, annotations.denied().orElse(""), explanation);
    }
    if (annotations.cors().isPresent() && responses.isPreflight()) {
      return answer(Answers.status(204, "an answer to a CORS preflight request", explanation));
    }
    Redirect redirect = annotations.redirect();
    if (!redirect.url().isEmpty()) {
      String url = Template.parse(redirect.url()).fill(variables);
      return redirect(redirect.code(), url, "temporal-redirect or permanent-redirect");
    }
    Decision rewrite = rewrite();
    return rewrite == null ? httpsRedirect() : rewrite;
  }

  private @Nullable Decision rewrite() {
    RewriteRule rule = compiled.rewrite();
    if (rule == null) {
      return null;
    }
    boolean escapes = rule.isRedirect();
    rewritten =
        rule.apply(facts.path(), variables, group -> escapes ? UriEscape.argument(group) : group);
    if (rewritten == null) {
      return null;
    }
    explanation.add("rewrite-target " + rule.target() + ": the path becomes " + rewritten);
    if (escapes) {
      return redirect(302, rewritten + facts.uri().querySuffix(), "rewrite-target is another site");
    }
    return rewritten.isEmpty() ? refuse(500, "the rewritten path is empty") : null;
  }

  private @Nullable Decision httpsRedirect() {
    boolean exempt =
        context.settings().list("no-tls-redirect-locations").stream()
                .anyMatch(location.path()::startsWith)
            || (!context.settings().values().containsKey("no-tls-redirect-locations")
                && location.path().startsWith("/.well-known/acme-challenge"));
    if (exempt || !facts.isPlain()) {
      return null;
    }
    boolean forced = annotations.rewrite().forceSslRedirect();
    boolean configured =
        annotations.rewrite().sslRedirect()
            && context.loaded().certificates().isConfigured(facts.host());
    if (!forced && !configured) {
      return null;
    }
    String target = facts.request().target();
    boolean keeps = annotations.rewrite().preserveTrailingSlash() || !target.endsWith("/");
    String uri = keeps ? target : target.substring(0, target.length() - 1);
    String port = annotations.headers().portInRedirects() ? ":" + context.httpsPort() : "";
    return redirect(
        context.settings().number("http-redirect-code", 308),
        "https://" + facts.redirectHost() + port + uri,
        forced ? "force-ssl-redirect" : "ssl-redirect, and a certificate is configured");
  }

  private @Nullable Decision limits() {
    RateLimit limit = annotations.limits();
    if (!limit.isActive() || limit.exempt().contains(facts.client())) {
      return null;
    }
    if (!context.limits().admitsRate(limit, facts.client())) {
      int status = context.settings().number("limit-req-status-code", 503);
      return refuse(status, "limit-rps or limit-rpm of " + facts.client() + " is reached");
    }
    if (limit.connections() > 0 && !router.begin(incoming, limit, facts.client())) {
      int status = context.settings().number("limit-conn-status-code", 503);
      return refuse(status, "limit-connections of " + facts.client() + " is reached");
    }
    return null;
  }

  private Decision access(UpstreamBalancer chosen) {
    AccessPhase access = new AccessPhase(context, facts, location, variables);
    return access.check(
        verdict -> refuse(verdict.status(), verdict.headers(), verdict.why()),
        granted -> pass(chosen, granted),
        explanation);
  }

  private Decision pass(UpstreamBalancer chosen, HttpHeaders granted) {
    String label = chosen.upstream().label();
    explanation.add(label.isEmpty() ? "the default backend" : "backend " + label);
    tellName(chosen.upstream());
    BackendRequest request = new BackendRequest(context, facts, location, variables);
    return new Decision.Forward(
        request.build(rewritten, granted),
        label,
        new UpstreamPlan(context, facts, location, variables, chosen, responses));
  }

  /** The controller looks names up beforehand, again and again, and not for a request. */
  private void tellName(@Nullable Upstream upstream) {
    if (upstream != null && explanation.isWanted()) {
      context
          .balancers()
          .nameOf(upstream)
          .ifPresent(found -> explanation.add("its name was looked up before: " + found.detail()));
    }
  }

  private Decision redirect(int status, String to, String why) {
    return answer(Answers.redirect(status, to, why, explanation));
  }

  private Decision refuse(int status, String why) {
    return refuse(status, HttpHeaders.NONE, why);
  }

  private Decision refuse(int status, HttpHeaders headers, String why) {
    ErrorPage page = new ErrorPage(context, facts, location, variables);
    Decision instead = page.forStatus(status, false);
    if (instead != null) {
      explanation.add(status + ": " + why + "; custom-http-errors has another backend answer");
      return instead;
    }
    return answer(Answers.status(status, headers, why, backend, explanation));
  }

  private Decision answer(Decision.Answer answer) {
    return new Decision.Answer(responses.decorate(answer.response()), answer.backend());
  }
}
