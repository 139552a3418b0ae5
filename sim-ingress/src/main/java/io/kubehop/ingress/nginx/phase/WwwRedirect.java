package io.kubehop.ingress.nginx.phase;

import io.kubehop.ingress.nginx.server.RedirectServer;
import io.kubehop.ingress.proxy.Decision;
import io.kubehop.ingress.proxy.Explanation;

/** Sends a client to the name with, or without, {@code www.} (lua/nginx/ngx_srv_redirect.lua). */
final class WwwRedirect {

  private WwwRedirect() {}

  static Decision to(
      RedirectServer server, RequestFacts facts, NginxContext context, Explanation explanation) {
    String target = facts.request().target();
    String uri = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
    boolean trusts = context.settings().flag("use-forwarded-headers", false);
    String port = trusts ? facts.headers().first("X-Forwarded-Port") : null;
    String location =
        facts.scheme()
            + "://"
            + server.to()
            + ":"
            + (port == null ? String.valueOf(facts.port()) : port)
            + uri;
    return Answers.redirect(
        context.settings().number("http-redirect-code", 308),
        location,
        "from-to-www-redirect of host " + server.to(),
        explanation);
  }
}
