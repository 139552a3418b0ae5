package io.kubehop.service.apiserver.validation;

import io.kubehop.service.api.IngressClass;
import java.util.List;
import java.util.Optional;

/** IngressClasses (pkg/apis/networking/validation, ValidateIngressClass). */
public final class IngressClassValidation {
  private static final int MAX_LENGTH = 250;

  private IngressClassValidation() {}

  /** Returns what is wrong with a class, by itself and over the one that it replaces. */
  public static List<FieldError> validate(IngressClass given, Optional<IngressClass> old) {
    Errors errors = new Errors();
    errors.addAll(MetaValidation.validate(given));
    String path = "spec.controller";
    String controller = given.controller();
    if (controller.length() > MAX_LENGTH) {
      errors.add(FieldError.tooLong(path, MAX_LENGTH));
    }
    if (controller.isEmpty()) {
      errors.required(path);
    } else if (!isDomainPrefixed(controller)) {
      errors.invalid(path, controller, "must be a domain-prefixed path (such as \"acme.io/foo\")");
    }
    old.filter(before -> !before.controller().equals(controller))
        .ifPresent(before -> errors.invalid(path, controller, "field is immutable"));
    return errors.list();
  }

  private static boolean isDomainPrefixed(String text) {
    int slash = text.indexOf('/');
    return slash > 0
        && slash < text.length() - 1
        && Formats.dns1123Subdomain(text.substring(0, slash)).isEmpty();
  }
}
