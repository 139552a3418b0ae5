package io.kubehop.service.load;

import io.kubehop.service.api.NodeSelector;
import io.kubehop.service.api.NodeSelectorRequirement;
import io.kubehop.service.api.NodeSelectorTerm;
import io.kubehop.service.api.PodSpec;
import io.kubehop.service.api.Toleration;
import io.kubehop.service.api.TopologySpreadConstraint;
import io.kubehop.service.source.Fields;
import java.util.List;
import java.util.Optional;

/** Reads and writes what a Pod says of the nodes it may run on. */
final class PodPlacementCodec {
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  private PodPlacementCodec() {}

  static Optional<NodeSelector> requiredNodeAffinity(Fields spec) {
    return spec.object("affinity")
        .object("nodeAffinity")
        .optionalObject(REQUIRED)
        .map(
            required ->
                new NodeSelector(
                    required.objects("nodeSelectorTerms").stream()
                        .map(PodPlacementCodec::term)
                        .toList()));
  }

  private static NodeSelectorTerm term(Fields fields) {
    return new NodeSelectorTerm(
        requirements(fields, "matchExpressions"), requirements(fields, "matchFields"));
  }

  private static List<NodeSelectorRequirement> requirements(Fields fields, String name) {
    return fields.objects(name).stream()
        .map(
            item ->
                new NodeSelectorRequirement(
                    item.text("key", ""), item.text("operator", ""), item.texts("values")))
        .toList();
  }

  static TreeBuilder encodeAffinity(PodSpec spec) {
    return new TreeBuilder()
        .object(
            "nodeAffinity",
            new TreeBuilder()
                .optionalObject(
                    REQUIRED,
                    spec.requiredNodeAffinity(),
                    selector ->
                        new TreeBuilder()
                            .list(
                                "nodeSelectorTerms",
                                selector.terms(),
                                PodPlacementCodec::encodeTerm)));
  }

  private static TreeBuilder encodeTerm(NodeSelectorTerm term) {
    return new TreeBuilder()
        .list("matchExpressions", term.matchExpressions(), PodPlacementCodec::encodeRequirement)
        .list("matchFields", term.matchFields(), PodPlacementCodec::encodeRequirement);
  }

  private static TreeBuilder encodeRequirement(NodeSelectorRequirement requirement) {
    return new TreeBuilder()
        .text("key", requirement.key())
        .text("operator", requirement.operator())
        .texts("values", requirement.values());
  }

  static Toleration toleration(Fields fields) {
    return new Toleration(
        fields.text("key", ""),
        fields.text("operator", "Equal"),
        fields.text("value", ""),
        fields.text("effect", ""),
        fields.optionalLong("tolerationSeconds"));
  }

  static TreeBuilder encodeToleration(Toleration toleration) {
    return new TreeBuilder()
        .text("key", toleration.key())
        .text("operator", toleration.operator())
        .text("value", toleration.value())
        .text("effect", toleration.effect())
        .optional("tolerationSeconds", toleration.tolerationSeconds());
  }

  static TopologySpreadConstraint spread(Fields fields) {
    return new TopologySpreadConstraint(
        fields.integer("maxSkew", 0),
        fields.text("topologyKey", ""),
        fields.text("whenUnsatisfiable", ""),
        fields.optionalObject("labelSelector").map(MetadataCodec::selector));
  }

  static TreeBuilder encodeSpread(TopologySpreadConstraint spread) {
    return new TreeBuilder()
        .number("maxSkew", spread.maxSkew())
        .text("topologyKey", spread.topologyKey())
        .text("whenUnsatisfiable", spread.whenUnsatisfiable())
        .optionalObject("labelSelector", spread.labelSelector(), MetadataCodec::encodeSelector);
  }
}
