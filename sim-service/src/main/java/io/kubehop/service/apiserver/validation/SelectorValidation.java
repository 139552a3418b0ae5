package io.kubehop.service.apiserver.validation;

import io.kubehop.service.api.LabelSelector;
import io.kubehop.service.api.LabelSelectorRequirement;
import java.util.List;

/** Label selectors (apimachinery, pkg/apis/meta/v1/validation, ValidateLabelSelector). */
final class SelectorValidation {

  private SelectorValidation() {}

  static void validate(Errors errors, String path, LabelSelector selector) {
    errors.labels(path + ".matchLabels", selector.matchLabels());
    List<LabelSelectorRequirement> requirements = selector.matchExpressions();
    for (int i = 0; i < requirements.size(); i++) {
      requirement(errors, path + ".matchExpressions[" + i + "]", requirements.get(i));
    }
  }

  private static void requirement(Errors errors, String path, LabelSelectorRequirement required) {
    switch (required.operator()) {
      case "In", "NotIn" -> {
        if (required.values().isEmpty()) {
          errors.required(path + ".values", "must be specified when `operator` is 'In' or 'NotIn'");
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (!required.values().isEmpty()) {
          errors.forbidden(
              path + ".values",
              "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
        }
      }
      default ->
          errors.invalid(path + ".operator", required.operator(), "not a valid selector operator");
    }
    errors.invalid(path + ".key", required.key(), Formats.qualifiedName(required.key()));
    for (int i = 0; i < required.values().size(); i++) {
      String value = required.values().get(i);
      errors.invalid(path + ".values[" + i + "]", value, Formats.labelValue(value));
    }
  }
}
