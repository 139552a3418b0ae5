package io.kubehop.scenarios.check;

import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.connection.Destination.Scheme;
import io.kubehop.service.api.HTTPIngressPath;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.IngressRule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A URL for each rule of an Ingress, as a client could call it. */
final class IngressUrls {
  private static final String ANY_HOST = "any.example.com";

  private IngressUrls() {}

  static Set<Destination> of(Ingress ingress) {
    Set<Destination> urls = new LinkedHashSet<>();
    for (IngressRule rule : ingress.spec().rules()) {
      for (HTTPIngressPath path : rule.paths().orElse(List.of())) {
        urls.add(url(ingress, rule.host(), plain(path.path())));
      }
    }
    if (ingress.spec().defaultBackend().isPresent()) {
      urls.add(url(ingress, "", "/"));
    }
    return urls;
  }

  private static Destination url(Ingress ingress, String host, String path) {
    boolean tls =
        ingress.spec().tls().stream()
            .anyMatch(each -> each.hosts().isEmpty() || each.hosts().contains(host));
    Scheme scheme = tls ? Scheme.HTTPS : Scheme.HTTP;
    String name = host.isEmpty() ? ANY_HOST : host.replace("*", "any");
    return new Destination(scheme, name, tls ? 443 : 80, path);
  }

  /** The beginning of a path that may be a regular expression. */
  static String plain(String path) {
    int length = 0;
    while (length < path.length() && "()[]{}|*+?^$\\".indexOf(path.charAt(length)) < 0) {
      length++;
    }
    String plain = path.substring(0, length);
    return plain.isEmpty() ? "/" : plain;
  }
}
