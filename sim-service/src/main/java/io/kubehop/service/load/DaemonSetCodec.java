package io.kubehop.service.load;

import io.kubehop.service.api.DaemonSet;
import io.kubehop.service.api.DaemonSetSpec;
import io.kubehop.service.api.DaemonSetStatus;
import io.kubehop.service.api.IntOrString;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.source.Fields;

/** Reads and writes DaemonSets. */
final class DaemonSetCodec {
  private DaemonSetCodec() {}

  static DaemonSet decode(ObjectMeta meta, Fields fields) {
    return new DaemonSet(meta, spec(fields.object("spec")), status(fields.object("status")));
  }

  private static DaemonSetSpec spec(Fields fields) {
    Fields update = fields.object("updateStrategy");
    Fields rolling = update.object("rollingUpdate");
    return new DaemonSetSpec(
        fields.optionalObject("selector").map(MetadataCodec::selector),
        PodCodec.template(fields.object("template")),
        update.text("type", "RollingUpdate"),
        PortCodec.optional(rolling, "maxSurge").orElse(IntOrString.of(0)),
        PortCodec.optional(rolling, "maxUnavailable").orElse(IntOrString.of(1)),
        fields.integer("minReadySeconds", 0));
  }

  private static DaemonSetStatus status(Fields fields) {
    return new DaemonSetStatus(
        fields.optionalLong("observedGeneration").orElse(0L),
        fields.integer("desiredNumberScheduled", 0),
        fields.integer("currentNumberScheduled", 0),
        fields.integer("numberMisscheduled", 0),
        fields.integer("updatedNumberScheduled", 0),
        fields.integer("numberReady", 0),
        fields.integer("numberAvailable", 0),
        fields.integer("numberUnavailable", 0));
  }

  static void encode(DaemonSet set, TreeBuilder tree) {
    tree.object("spec", encodeSpec(set.spec())).object("status", encodeStatus(set.status()));
  }

  private static TreeBuilder encodeSpec(DaemonSetSpec spec) {
    TreeBuilder update = new TreeBuilder().text("type", spec.updateStrategy());
    if (spec.updateStrategy().equals("RollingUpdate")) {
      update.object(
          "rollingUpdate",
          new TreeBuilder()
              .value("maxSurge", spec.maxSurge())
              .value("maxUnavailable", spec.maxUnavailable()));
    } else {
      update.without("rollingUpdate");
    }
    return new TreeBuilder()
        .optionalObject("selector", spec.selector(), MetadataCodec::encodeSelector)
        .object("template", PodCodec.encodeTemplate(spec.template()))
        .object("updateStrategy", update)
        .unlessZero("minReadySeconds", spec.minReadySeconds());
  }

  private static TreeBuilder encodeStatus(DaemonSetStatus status) {
    return new TreeBuilder()
        .unlessZero("observedGeneration", status.observedGeneration())
        .unlessZero("desiredNumberScheduled", status.desiredNumberScheduled())
        .unlessZero("currentNumberScheduled", status.currentNumberScheduled())
        .unlessZero("numberMisscheduled", status.numberMisscheduled())
        .unlessZero("updatedNumberScheduled", status.updatedNumberScheduled())
        .unlessZero("numberReady", status.numberReady())
        .unlessZero("numberAvailable", status.numberAvailable())
        .unlessZero("numberUnavailable", status.numberUnavailable());
  }
}
