package io.kubehop.service.apiserver.validation;

import io.kubehop.service.api.DaemonSet;
import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.DeploymentStrategy;
import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.Job;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.LabelSelector;
import io.kubehop.service.api.PodTemplateSpec;
import io.kubehop.service.api.ReplicaSet;
import io.kubehop.service.api.ReplicationController;
import io.kubehop.service.api.StatefulSet;
import java.util.List;
import java.util.Optional;

/**
 * Everything that makes Pods from a template (pkg/apis/apps/validation, pkg/apis/batch/validation).
 */
public final class WorkloadValidation {
  private final Errors errors = new Errors();

  private WorkloadValidation(KubeObject object) {
    errors.addAll(MetaValidation.validate(object));
  }

  /** Returns what is wrong with a Deployment. */
  public static List<FieldError> validate(Deployment deployment, Optional<Deployment> old) {
    WorkloadValidation validation = new WorkloadValidation(deployment);
    validation.replicas(deployment.spec().replicas());
    validation.strategy(deployment.spec().strategy());
    validation.pods(deployment.spec().selector(), deployment.spec().template());
    validation.immutable(deployment.spec().selector(), old.map(o -> o.spec().selector()));
    return validation.errors.list();
  }

  /** Returns what is wrong with a ReplicaSet. */
  public static List<FieldError> validate(ReplicaSet set, Optional<ReplicaSet> old) {
    WorkloadValidation validation = new WorkloadValidation(set);
    validation.replicas(set.spec().replicas());
    validation.pods(set.spec().selector(), set.spec().template());
    validation.immutable(set.spec().selector(), old.map(o -> o.spec().selector()));
    return validation.errors.list();
  }

  /** Returns what is wrong with a ReplicationController, whose selector may be left out. */
  public static List<FieldError> validate(ReplicationController controller) {
    WorkloadValidation validation = new WorkloadValidation(controller);
    validation.replicas(controller.spec().replicas());
    PodTemplateSpec template = controller.spec().template();
    LabelSelector fromTemplate = new LabelSelector(template.metadata().labels(), List.of());
    validation.pods(controller.spec().selector().or(() -> Optional.of(fromTemplate)), template);
    return validation.errors.list();
  }

  /** Returns what is wrong with a StatefulSet. */
  public static List<FieldError> validate(StatefulSet set, Optional<StatefulSet> old) {
    WorkloadValidation validation = new WorkloadValidation(set);
    validation.replicas(set.spec().replicas());
    validation.errors.oneOf(
        "spec.podManagementPolicy",
        set.spec().podManagementPolicy(),
        List.of("OrderedReady", "Parallel"));
    validation.updateStrategy(set.spec().updateStrategy());
    validation.pods(set.spec().selector(), set.spec().template());
    validation.immutable(set.spec().selector(), old.map(o -> o.spec().selector()));
    return validation.errors.list();
  }

  /** Returns what is wrong with a DaemonSet. */
  public static List<FieldError> validate(DaemonSet set, Optional<DaemonSet> old) {
    WorkloadValidation validation = new WorkloadValidation(set);
    validation.updateStrategy(set.spec().updateStrategy());
    validation.pods(set.spec().selector(), set.spec().template());
    validation.immutable(set.spec().selector(), old.map(o -> o.spec().selector()));
    return validation.errors.list();
  }

  /** Returns what is wrong with a Job. */
  public static List<FieldError> validate(Job job) {
    WorkloadValidation validation = new WorkloadValidation(job);
    validation.atLeastZero("spec.parallelism", job.spec().parallelism());
    job.spec().completions().ifPresent(count -> validation.atLeastZero("spec.completions", count));
    validation.errors.addAll(
        PodValidation.validate("spec.template.spec", job.spec().template().spec()));
    String policy = job.spec().template().spec().restartPolicy();
    if (policy.equals("Always")) {
      validation.errors.required(
          "spec.template.spec.restartPolicy", "valid values: \"OnFailure\", \"Never\"");
    }
    return validation.errors.list();
  }

  private void replicas(int replicas) {
    atLeastZero("spec.replicas", replicas);
  }

  private void atLeastZero(String path, int value) {
    if (value < 0) {
      errors.invalid(path, value, "must be greater than or equal to 0");
    }
  }

  private void strategy(DeploymentStrategy strategy) {
    errors.oneOf("spec.strategy.type", strategy.type(), List.of("Recreate", "RollingUpdate"));
    if (!strategy.isRecreate()) {
      String path = "spec.strategy.rollingUpdate.";
      share(path + "maxSurge", strategy.maxSurge());
      share(path + "maxUnavailable", strategy.maxUnavailable());
      if (isZero(strategy.maxSurge()) && isZero(strategy.maxUnavailable())) {
        errors.invalid(path + "maxUnavailable", 0, "may not be 0 when `maxSurge` is 0");
      }
    }
  }

  private static boolean isZero(IntOrString value) {
    return value.isInt() ? value.intValue() == 0 : value.stringValue().equals("0%");
  }

  private void share(String path, IntOrString value) {
    if (value.isInt()) {
      atLeastZero(path, value.intValue());
    } else if (!value.stringValue().matches("[0-9]{1,9}%")) {
      errors.invalid(
          path,
          value.stringValue(),
          "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%', "
              + " or '93%', regex used for validation is '[0-9]+%')");
    }
  }

  private void updateStrategy(String type) {
    errors.oneOf("spec.updateStrategy.type", type, List.of("OnDelete", "RollingUpdate"));
  }

  private void pods(Optional<LabelSelector> selector, PodTemplateSpec template) {
    if (selector.isEmpty()) {
      errors.required("spec.selector");
    } else {
      selector(selector.get(), template);
    }
    errors.labels("spec.template.labels", template.metadata().labels());
    errors.addAll(PodValidation.validate("spec.template.spec", template.spec()));
    if (!template.spec().restartPolicy().equals("Always")) {
      errors.oneOf(
          "spec.template.spec.restartPolicy", template.spec().restartPolicy(), List.of("Always"));
    }
  }

  private void selector(LabelSelector selector, PodTemplateSpec template) {
    SelectorValidation.validate(errors, "spec.selector", selector);
    if (selector.matchLabels().isEmpty() && selector.matchExpressions().isEmpty()) {
      errors.invalid("spec.selector", selector.matchLabels(), "empty selector is invalid");
    } else if (!selector.matches(template.metadata().labels())) {
      errors.invalid(
          "spec.template.metadata.labels",
          template.metadata().labels(),
          "`selector` does not match template `labels`");
    }
  }

  private void immutable(Optional<LabelSelector> selector, Optional<Optional<LabelSelector>> old) {
    if (old.isPresent() && !old.get().equals(selector)) {
      errors.invalid("spec.selector", "", "field is immutable");
    }
  }
}
