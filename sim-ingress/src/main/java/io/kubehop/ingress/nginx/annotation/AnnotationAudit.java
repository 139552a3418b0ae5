package io.kubehop.ingress.nginx.annotation;

import io.kubehop.ingress.nginx.annotation.KnownAnnotations.Known;
import io.kubehop.ingress.nginx.annotation.KnownAnnotations.Support;
import java.util.Map;

/**
 * Goes through all annotations of an Ingress: what is too risky for the controller's settings ends
 * it, what is not modelled or unknown is reported.
 */
final class AnnotationAudit {
  private final AnnotationReader reader;
  private final String prefix;
  private final Risk limit;

  AnnotationAudit(AnnotationReader reader) {
    this.reader = reader;
    this.prefix = reader.context().prefix() + "/";
    this.limit = Risk.ofSetting(reader.settings().text("annotations-risk-level", "High"));
  }

  void run() throws InvalidAnnotationException {
    for (Map.Entry<String, String> annotation :
        reader.ingress().metadata().annotations().entrySet()) {
      if (annotation.getKey().startsWith(prefix)) {
        check(annotation.getKey().substring(prefix.length()));
      }
    }
  }

  private void check(String name) throws InvalidAnnotationException {
    Known known = KnownAnnotations.get(name);
    if (known == null) {
      reader.report(name, "ingress-nginx has no annotation of this name");
      return;
    }
    if (known.risk().compareTo(limit) > 0) {
      throw new InvalidAnnotationException(
          prefix + name,
          "its risk is "
              + known.risk()
              + ", and the ConfigMap key annotations-risk-level allows "
              + limit);
    }
    if (known.support() == Support.NOT_MODELLED) {
      reader.report(name, "this annotation is not modelled; requests are treated as without it");
    }
  }
}
