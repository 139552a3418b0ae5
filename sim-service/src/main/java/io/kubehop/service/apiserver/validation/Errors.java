package io.kubehop.service.apiserver.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects what is wrong with an object, field by field. */
final class Errors {
  private final List<FieldError> errors = new ArrayList<>();

  List<FieldError> list() {
    return errors;
  }

  void add(FieldError error) {
    errors.add(error);
  }

  void addAll(List<FieldError> others) {
    errors.addAll(others);
  }

  /** Adds one error for each thing that is wrong with a value. */
  void invalid(String path, Object value, List<String> details) {
    details.forEach(detail -> errors.add(FieldError.invalid(path, value, detail)));
  }

  void invalid(String path, Object value, String detail) {
    errors.add(FieldError.invalid(path, value, detail));
  }

  void required(String path) {
    errors.add(FieldError.required(path, ""));
  }

  void required(String path, String detail) {
    errors.add(FieldError.required(path, detail));
  }

  void forbidden(String path, String detail) {
    errors.add(FieldError.forbidden(path, detail));
  }

  /** Adds an error unless the value is one of those that there are. */
  void oneOf(String path, String value, List<String> supported) {
    if (!supported.contains(value)) {
      errors.add(FieldError.notSupported(path, value, supported));
    }
  }

  /** Checks the keys and the values of labels or of a selector made of them. */
  void labels(String path, Map<String, String> labels) {
    labels.forEach(
        (key, value) -> {
          invalid(path, key, Formats.qualifiedName(key));
          invalid(path, value, Formats.labelValue(value));
        });
  }
}
