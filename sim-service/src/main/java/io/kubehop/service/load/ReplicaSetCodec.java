package io.kubehop.service.load;

import io.kubehop.service.api.LabelSelector;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.PodTemplateSpec;
import io.kubehop.service.api.ReplicaSet;
import io.kubehop.service.api.ReplicaSetSpec;
import io.kubehop.service.api.ReplicaSetStatus;
import io.kubehop.service.api.ReplicationController;
import io.kubehop.service.source.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes ReplicaSets and ReplicationControllers. */
final class ReplicaSetCodec {
  private ReplicaSetCodec() {}

  static ReplicaSet decode(ObjectMeta meta, Fields fields) {
    Fields spec = fields.object("spec");
    Optional<LabelSelector> selector = spec.optionalObject("selector").map(MetadataCodec::selector);
    return new ReplicaSet(
        meta,
        spec(spec, selector, PodCodec.template(spec.object("template"))),
        status(fields.object("status")));
  }

  static ReplicationController replicationController(ObjectMeta meta, Fields fields) {
    Fields spec = fields.object("spec");
    PodTemplateSpec template = PodCodec.template(spec.object("template"));
    Map<String, String> labels = spec.textMap("selector");
    Map<String, String> selected = labels.isEmpty() ? template.metadata().labels() : labels;
    return new ReplicationController(
        meta,
        spec(spec, Optional.of(new LabelSelector(selected, List.of())), template),
        status(fields.object("status")));
  }

  private static ReplicaSetSpec spec(
      Fields fields, Optional<LabelSelector> selector, PodTemplateSpec template) {
    return new ReplicaSetSpec(
        fields.integer("replicas", 1), selector, template, fields.integer("minReadySeconds", 0));
  }

  private static ReplicaSetStatus status(Fields fields) {
    return new ReplicaSetStatus(
        fields.optionalLong("observedGeneration").orElse(0L),
        fields.integer("replicas", 0),
        fields.integer("fullyLabeledReplicas", 0),
        fields.integer("readyReplicas", 0),
        fields.integer("availableReplicas", 0));
  }

  static void encode(ReplicaSet set, TreeBuilder tree) {
    TreeBuilder spec =
        encodeSpec(set.spec())
            .optionalObject("selector", set.spec().selector(), MetadataCodec::encodeSelector);
    tree.object("spec", spec).object("status", encodeStatus(set.status()));
  }

  static void encode(ReplicationController controller, TreeBuilder tree) {
    ReplicaSetSpec spec = controller.spec();
    Map<String, String> labels = spec.selector().orElse(LabelSelector.EVERYTHING).matchLabels();
    tree.object("spec", encodeSpec(spec).textMap("selector", labels))
        .object("status", encodeStatus(controller.status()));
  }

  private static TreeBuilder encodeSpec(ReplicaSetSpec spec) {
    return new TreeBuilder()
        .number("replicas", spec.replicas())
        .object("template", PodCodec.encodeTemplate(spec.template()))
        .unlessZero("minReadySeconds", spec.minReadySeconds());
  }

  private static TreeBuilder encodeStatus(ReplicaSetStatus status) {
    return new TreeBuilder()
        .unlessZero("observedGeneration", status.observedGeneration())
        .unlessZero("replicas", status.replicas())
        .unlessZero("fullyLabeledReplicas", status.fullyLabeledReplicas())
        .unlessZero("readyReplicas", status.readyReplicas())
        .unlessZero("availableReplicas", status.availableReplicas());
  }
}
