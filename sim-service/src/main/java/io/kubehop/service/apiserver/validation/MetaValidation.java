package io.kubehop.service.apiserver.validation;

import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Service;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Names, namespaces, labels and annotations (apimachinery, pkg/api/validation, ValidateObjectMeta).
 */
public final class MetaValidation {

  private static final int MAX_ANNOTATIONS = 256 * 1024;

  private MetaValidation() {}

  /** Returns whether an object has a name; what it may look like is not known for every kind. */
  public static List<FieldError> validateName(KubeObject object) {
    return object.metadata().name().isEmpty()
        ? List.of(FieldError.required("metadata.name", "name or generateName is required"))
        : List.of();
  }

  /** Returns what is wrong with the metadata of an object. */
  public static List<FieldError> validate(KubeObject object) {
    Errors errors = new Errors();
    ObjectMeta meta = object.metadata();
    errors.addAll(validateName(object));
    if (!meta.name().isEmpty()) {
      errors.invalid("metadata.name", meta.name(), nameFormat(object).apply(meta.name()));
    }
    if (!meta.namespace().isEmpty()) {
      errors.invalid(
          "metadata.namespace", meta.namespace(), Formats.dns1123Label(meta.namespace()));
    }
    errors.labels("metadata.labels", meta.labels());
    annotations(errors, meta);
    return errors.list();
  }

  private static Function<String, List<String>> nameFormat(KubeObject object) {
    if (object instanceof Service) {
      return Formats::dns1035Label;
    }
    return object instanceof Namespace ? Formats::dns1123Label : Formats::dns1123Subdomain;
  }

  private static void annotations(Errors errors, ObjectMeta meta) {
    long size = 0;
    for (var annotation : meta.annotations().entrySet()) {
      String key = annotation.getKey();
      errors.invalid(
          "metadata.annotations", key, Formats.qualifiedName(key.toLowerCase(Locale.ROOT)));
      size += key.length() + annotation.getValue().length();
    }
    if (size > MAX_ANNOTATIONS) {
      errors.add(FieldError.tooLong("metadata.annotations", MAX_ANNOTATIONS));
    }
  }
}
