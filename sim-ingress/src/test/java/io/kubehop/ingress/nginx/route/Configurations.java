package io.kubehop.ingress.nginx.route;

import io.kubehop.core.http.Certificate;
import io.kubehop.ingress.api.Findings;
import io.kubehop.ingress.nginx.annotation.AnnotationContext;
import io.kubehop.ingress.nginx.annotation.IngressAnnotations;
import io.kubehop.ingress.nginx.annotation.InvalidAnnotationException;
import io.kubehop.ingress.nginx.config.GlobalSettings;
import io.kubehop.ingress.nginx.server.ConfigurationBuilder;
import io.kubehop.ingress.nginx.server.Endpoint;
import io.kubehop.ingress.nginx.server.NginxConfiguration;
import io.kubehop.ingress.nginx.server.ServedIngress;
import io.kubehop.ingress.sample.EveryService;
import io.kubehop.service.api.Ingress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes configurations for tests. */
final class Configurations {
  private static final AnnotationContext CONTEXT =
      new AnnotationContext(
          GlobalSettings.DEFAULT, AnnotationContext.DEFAULT_PREFIX, true, key -> Optional.empty());

  private Configurations() {}

  static NginxConfiguration of(List<Ingress> ingresses) {
    return of(ingresses, new Findings());
  }

  static NginxConfiguration of(List<Ingress> ingresses, Findings findings) {
    List<ServedIngress> served = new ArrayList<>();
    for (Ingress ingress : ingresses) {
      try {
        served.add(new ServedIngress(ingress, IngressAnnotations.read(ingress, CONTEXT, findings)));
      } catch (InvalidAnnotationException e) {
        throw new IllegalArgumentException(e);
      }
    }
    return new ConfigurationBuilder(
            new EveryService(),
            GlobalSettings.DEFAULT,
            new Certificate("default", List.of("ingress.local")),
            List.of(new Endpoint("127.0.0.1", 8181)),
            findings)
        .build(served);
  }
}
