package io.kubehop.ingress.nginx.annotation;

import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who answers in place of a backend that cannot, or with an error.
 *
 * @param codes the statuses that another Service answers ({@code custom-http-errors})
 * @param service that Service ({@code default-backend}); absent: the controller's own
 * @param interceptsBackend whether a backend's own answers with such a status are replaced too
 */
public record ErrorPages(
    List<Integer> codes, Optional<Service> service, boolean interceptsBackend) {
  /** Nobody. */
  public static final ErrorPages NONE = new ErrorPages(List.of(), Optional.empty(), false);

  /** Copies the list. */
  public ErrorPages {
    codes = List.copyOf(codes);
  }

  static ErrorPages read(AnnotationReader reader) throws InvalidAnnotationException {
    List<Integer> codes = new ArrayList<>();
    for (String code : reader.requireText("custom-http-errors").orElse("").split(",", -1)) {
      if (code.trim().matches("[0-9]{3}")) {
        codes.add(Integer.parseInt(code.trim()));
      }
    }
    boolean disabled = reader.flagOr("disable-proxy-intercept-errors", false);
    return new ErrorPages(codes, service(reader), !codes.isEmpty() && !disabled);
  }

  private static Optional<Service> service(AnnotationReader reader)
      throws InvalidAnnotationException {
    Optional<String> name = reader.requireText("default-backend");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Service> service =
        reader.context().find(Service.class, Service.KIND, reader.namespace(), name.get());
    if (service.isEmpty()) {
      reader.report(
          "default-backend",
          "there is no Service " + reader.namespace() + "/" + name.get() + "; it is ignored");
    }
    return service;
  }
}
