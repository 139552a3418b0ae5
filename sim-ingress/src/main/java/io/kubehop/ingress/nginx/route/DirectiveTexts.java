package io.kubehop.ingress.nginx.route;

import io.kubehop.ingress.nginx.annotation.IngressAnnotations;
import io.kubehop.ingress.nginx.server.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The texts of annotations that become arguments of directives: nginx reads their variables when it
 * loads a configuration, and refuses one that it does not know.
 */
final class DirectiveTexts {
  private DirectiveTexts() {}

  static void check(Location location) throws RefusedConfigurationException {
    for (String text : of(location)) {
      Optional<String> problem = Template.parse(text).problem(KnownVariables::contains);
      if (problem.isPresent()) {
        throw new RefusedConfigurationException(
            problem.get() + " in \"" + text + "\"", location.rule().orElse(null));
      }
    }
  }

  private static List<String> of(Location location) {
    IngressAnnotations annotations = location.annotations();
    List<String> texts = new ArrayList<>();
    if (!location.isAllowed()) {
      return texts;
    }
    if (location.needsRewrite()) {
      texts.add(annotations.rewrite().target());
      texts.add(annotations.headers().forwardedPrefix());
    }
    texts.add(annotations.headers().upstreamVhost());
    texts.add(annotations.rewrite().appRoot());
    texts.add(annotations.redirect().url());
    annotations
        .access()
        .external()
        .ifPresent(
            auth -> {
              texts.add(auth.url());
              texts.add(auth.signIn());
            });
    return texts;
  }
}
