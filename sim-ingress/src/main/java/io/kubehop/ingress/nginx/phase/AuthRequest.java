package io.kubehop.ingress.nginx.phase;

import io.kubehop.core.http.HttpHeader;
import io.kubehop.core.http.HttpHeaders;
import io.kubehop.core.http.HttpRequest;
import io.kubehop.core.http.HttpResponse;
import io.kubehop.ingress.nginx.annotation.ExternalAuth;
import io.kubehop.ingress.nginx.route.Template;
import io.kubehop.ingress.proxy.Decision;
import io.kubehop.ingress.proxy.Explanation;
import java.util.function.Function;

/**
 * {@code auth-url}: a service is asked about each request (ngx_http_auth_request_module). 2xx lets
 * it pass, 401 and 403 are handed on, anything else is an error.
 */
final class AuthRequest {
  private final NginxContext context;
  private final RequestFacts facts;
  private final Variables variables;
  private final ExternalAuth auth;
  private final AccessVerdict before;

  /**
   * Prepares.
   *
   * @param before what was refused so far, where any of several may grant access
   */
  AuthRequest(
      NginxContext context,
      RequestFacts facts,
      Variables variables,
      ExternalAuth auth,
      AccessVerdict before) {
    this.context = context;
    this.facts = facts;
    this.variables = variables;
    this.auth = auth;
    this.before = before;
  }

  Decision ask(
      Function<AccessVerdict, Decision> refuse,
      Function<HttpHeaders, Decision> grant,
      Explanation explanation) {
    AuthTarget target = AuthTarget.parse(Template.parse(auth.url()).fill(variables));
    if (target == null) {
      return refuse.apply(AccessVerdict.refused(500, HttpHeaders.NONE, "auth-url is no URL"));
    }
    explanation.add("auth-url: asks " + target.host() + ":" + target.port());
    return new Decision.Ask(
        question(target),
        new AuthPlan(context.journal(), target),
        answer -> decide(answer, refuse, grant, explanation));
  }

  private Decision decide(
      HttpResponse answer,
      Function<AccessVerdict, Decision> refuse,
      Function<HttpHeaders, Decision> grant,
      Explanation explanation) {
    int status = answer.status();
    explanation.add("auth-url: the answer is " + status);
    if (status >= 200 && status < 300) {
      return grant.apply(taken(answer));
    }
    if (status == 401 && !auth.signIn().isEmpty()) {
      return Answers.redirect(302, signIn(), "auth-signin", explanation);
    }
    if (status != 401 && status != 403) {
      String why = "the service of auth-url answers " + status;
      return refuse.apply(AccessVerdict.refused(500, HttpHeaders.NONE, why));
    }
    String challenge = answer.headers().first("WWW-Authenticate");
    HttpHeaders headers =
        challenge == null ? HttpHeaders.NONE : HttpHeaders.of("WWW-Authenticate", challenge);
    AccessVerdict own = AccessVerdict.refused(status, headers, "the service of auth-url refuses");
    return refuse.apply(own.orWorse(before));
  }

  /** The fields of the answer that the backend gets. */
  private HttpHeaders taken(HttpResponse answer) {
    HttpHeaders taken = HttpHeaders.NONE;
    for (String name : auth.responseHeaders()) {
      String value = answer.headers().first(name);
      taken = taken.plus(name, value == null ? "" : value);
    }
    return taken;
  }

  private String signIn() {
    String url = auth.signIn();
    String back = auth.signInParameter() + "=$pass_access_scheme://$http_host$escaped_request_uri";
    boolean says =
        url.contains("?" + auth.signInParameter() + "=")
            || url.contains("&" + auth.signInParameter() + "=");
    String full = says ? url : url + (url.indexOf('?') < 0 ? "?" : "&") + back;
    return Template.parse(full).fill(variables);
  }

  private HttpRequest question(AuthTarget target) {
    HttpHeaders headers = HttpHeaders.NONE;
    for (HttpHeader field : facts.headers().fields()) {
      if (!field.isNamed("Content-Length") && !field.isNamed("X-Forwarded-Proto")) {
        headers = headers.plus(field.name(), field.value());
      }
    }
    String uri = facts.request().target();
    headers =
        headers
            .with("Host", target.host())
            .with(
                "X-Original-URL", variables.apply("scheme") + "://" + facts.request().host() + uri)
            .with("X-Original-Method", facts.request().method())
            .with("X-Sent-From", "nginx-ingress-controller")
            .with("X-Real-IP", facts.client().toString())
            .with("X-Forwarded-For", facts.client().toString())
            .with(
                "X-Auth-Request-Redirect",
                auth.requestRedirect().isEmpty() ? uri : auth.requestRedirect());
    for (HttpHeader field : auth.proxySetHeaders().fields()) {
      headers = headers.with(field.name(), Template.parse(field.value()).fill(variables));
    }
    String method = auth.method().isEmpty() ? facts.request().method() : auth.method();
    return new HttpRequest(method, target.path(), headers);
  }
}
