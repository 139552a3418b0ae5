package io.kubehop.ingress.nginx.phase;

import io.kubehop.ingress.nginx.route.CompiledLocation;
import io.kubehop.ingress.nginx.route.CompiledServer;
import io.kubehop.ingress.nginx.route.Template;
import io.kubehop.ingress.proxy.Decision;
import io.kubehop.ingress.proxy.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * {@code app-root}: requests for {@code /} are redirected before a location is looked up, whichever
 * path of the host carries the annotation.
 */
final class AppRoot {

  private AppRoot() {}

  static @Nullable Decision redirect(
      CompiledServer server, RequestFacts facts, Explanation explanation) {
    if (!facts.path().equals("/")) {
      return null;
    }
    for (CompiledLocation compiled : server.locations()) {
      String root = compiled.location().annotations().rewrite().appRoot();
      if (!root.isEmpty()) {
        Variables variables = new Variables(facts, server.name(), null, "");
        String site = variables.apply("scheme") + "://" + variables.apply("http_host");
        return Answers.redirect(
            302,
            site + Template.parse(root).fill(variables),
            "app-root of " + compiled.location(),
            explanation);
      }
    }
    return null;
  }
}
