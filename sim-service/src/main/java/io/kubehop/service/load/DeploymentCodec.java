package io.kubehop.service.load;

import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.DeploymentSpec;
import io.kubehop.service.api.DeploymentStatus;
import io.kubehop.service.api.DeploymentStrategy;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.source.Fields;

/** Reads and writes Deployments. */
final class DeploymentCodec {
  private DeploymentCodec() {}

  static Deployment decode(ObjectMeta meta, Fields fields) {
    return new Deployment(meta, spec(fields.object("spec")), status(fields.object("status")));
  }

  private static DeploymentSpec spec(Fields fields) {
    return new DeploymentSpec(
        fields.integer("replicas", 1),
        fields.optionalObject("selector").map(MetadataCodec::selector),
        PodCodec.template(fields.object("template")),
        strategy(fields.object("strategy")),
        fields.integer("minReadySeconds", 0),
        fields.flag("paused", false),
        fields.integer("revisionHistoryLimit", 10),
        fields.integer("progressDeadlineSeconds", 600));
  }

  private static DeploymentStrategy strategy(Fields fields) {
    DeploymentStrategy defaults = DeploymentStrategy.DEFAULT;
    Fields rolling = fields.object("rollingUpdate");
    return new DeploymentStrategy(
        fields.text("type", defaults.type()),
        PortCodec.optional(rolling, "maxSurge").orElse(defaults.maxSurge()),
        PortCodec.optional(rolling, "maxUnavailable").orElse(defaults.maxUnavailable()));
  }

  private static DeploymentStatus status(Fields fields) {
    return new DeploymentStatus(
        fields.optionalLong("observedGeneration").orElse(0L),
        fields.integer("replicas", 0),
        fields.integer("updatedReplicas", 0),
        fields.integer("readyReplicas", 0),
        fields.integer("availableReplicas", 0),
        fields.integer("unavailableReplicas", 0),
        MetadataCodec.conditions(fields));
  }

  static void encode(Deployment deployment, TreeBuilder tree) {
    DeploymentSpec spec = deployment.spec();
    DeploymentStatus status = deployment.status();
    tree.object(
            "spec",
            new TreeBuilder()
                .number("replicas", spec.replicas())
                .optionalObject("selector", spec.selector(), MetadataCodec::encodeSelector)
                .object("template", PodCodec.encodeTemplate(spec.template()))
                .object("strategy", encodeStrategy(spec.strategy()))
                .unlessZero("minReadySeconds", spec.minReadySeconds())
                .ifTrue("paused", spec.paused())
                .number("revisionHistoryLimit", spec.revisionHistoryLimit())
                .number("progressDeadlineSeconds", spec.progressDeadlineSeconds()))
        .object(
            "status",
            new TreeBuilder()
                .unlessZero("observedGeneration", status.observedGeneration())
                .unlessZero("replicas", status.replicas())
                .unlessZero("updatedReplicas", status.updatedReplicas())
                .unlessZero("readyReplicas", status.readyReplicas())
                .unlessZero("availableReplicas", status.availableReplicas())
                .unlessZero("unavailableReplicas", status.unavailableReplicas())
                .list("conditions", status.conditions(), MetadataCodec::encodeCondition));
  }

  private static TreeBuilder encodeStrategy(DeploymentStrategy strategy) {
    TreeBuilder tree = new TreeBuilder().text("type", strategy.type());
    if (strategy.isRecreate()) {
      return tree.without("rollingUpdate");
    }
    return tree.object(
        "rollingUpdate",
        new TreeBuilder()
            .value("maxSurge", strategy.maxSurge())
            .value("maxUnavailable", strategy.maxUnavailable()));
  }
}
