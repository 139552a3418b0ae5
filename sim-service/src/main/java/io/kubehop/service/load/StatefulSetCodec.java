package io.kubehop.service.load;

import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.StatefulSet;
import io.kubehop.service.api.StatefulSetSpec;
import io.kubehop.service.api.StatefulSetStatus;
import io.kubehop.service.source.Fields;

/** Reads and writes StatefulSets. */
final class StatefulSetCodec {
  private StatefulSetCodec() {}

  static StatefulSet decode(ObjectMeta meta, Fields fields) {
    return new StatefulSet(meta, spec(fields.object("spec")), status(fields.object("status")));
  }

  private static StatefulSetSpec spec(Fields fields) {
    Fields update = fields.object("updateStrategy");
    return new StatefulSetSpec(
        fields.integer("replicas", 1),
        fields.optionalObject("selector").map(MetadataCodec::selector),
        PodCodec.template(fields.object("template")),
        fields.text("serviceName", ""),
        fields.text("podManagementPolicy", "OrderedReady"),
        update.text("type", "RollingUpdate"),
        update.object("rollingUpdate").integer("partition", 0),
        fields.object("ordinals").integer("start", 0),
        fields.integer("minReadySeconds", 0));
  }

  private static StatefulSetStatus status(Fields fields) {
    return new StatefulSetStatus(
        fields.optionalLong("observedGeneration").orElse(0L),
        fields.integer("replicas", 0),
        fields.integer("readyReplicas", 0),
        fields.integer("currentReplicas", 0),
        fields.integer("updatedReplicas", 0),
        fields.integer("availableReplicas", 0));
  }

  static void encode(StatefulSet set, TreeBuilder tree) {
    StatefulSetStatus status = set.status();
    tree.object("spec", encodeSpec(set.spec()))
        .object(
            "status",
            new TreeBuilder()
                .unlessZero("observedGeneration", status.observedGeneration())
                .unlessZero("replicas", status.replicas())
                .unlessZero("readyReplicas", status.readyReplicas())
                .unlessZero("currentReplicas", status.currentReplicas())
                .unlessZero("updatedReplicas", status.updatedReplicas())
                .unlessZero("availableReplicas", status.availableReplicas()));
  }

  private static TreeBuilder encodeSpec(StatefulSetSpec spec) {
    TreeBuilder update =
        new TreeBuilder()
            .text("type", spec.updateStrategy())
            .object("rollingUpdate", new TreeBuilder().unlessZero("partition", spec.partition()));
    return new TreeBuilder()
        .number("replicas", spec.replicas())
        .optionalObject("selector", spec.selector(), MetadataCodec::encodeSelector)
        .object("template", PodCodec.encodeTemplate(spec.template()))
        .text("serviceName", spec.serviceName())
        .text("podManagementPolicy", spec.podManagementPolicy())
        .object("updateStrategy", update)
        .object("ordinals", new TreeBuilder().unlessZero("start", spec.firstOrdinal()))
        .unlessZero("minReadySeconds", spec.minReadySeconds());
  }
}
