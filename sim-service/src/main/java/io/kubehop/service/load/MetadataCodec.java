package io.kubehop.service.load;

import io.kubehop.service.api.Condition;
import io.kubehop.service.api.LabelSelector;
import io.kubehop.service.api.LabelSelectorRequirement;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.ObjectReference;
import io.kubehop.service.api.OwnerReference;
import io.kubehop.service.source.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads and writes metadata, selectors, references and conditions, which many kinds share. */
final class MetadataCodec {
  private MetadataCodec() {}

  static ObjectMeta decode(Fields fields) {
    return ObjectMeta.builder()
        .name(fields.text("name", ""))
        .generateName(fields.text("generateName", ""))
        .namespace(fields.text("namespace", ""))
        .labels(fields.textMap("labels"))
        .annotations(fields.textMap("annotations"))
        .ownerReferences(
            fields.objects("ownerReferences").stream().map(MetadataCodec::owner).toList())
        .creationTimestamp(time(fields, "creationTimestamp"))
        .deletionTimestamp(time(fields, "deletionTimestamp"))
        .uid(fields.text("uid", ""))
        .resourceVersion(fields.text("resourceVersion", ""))
        .generation(fields.optionalLong("generation").orElse(0L))
        .build();
  }

  static TreeBuilder encode(ObjectMeta meta) {
    return new TreeBuilder()
        .text("name", meta.name())
        .text("generateName", meta.generateName())
        .text("namespace", meta.namespace())
        .textMap("labels", meta.labels())
        .textMap("annotations", meta.annotations())
        .list("ownerReferences", meta.ownerReferences(), MetadataCodec::encodeOwner)
        .optional("creationTimestamp", meta.creationTimestamp())
        .optional("deletionTimestamp", meta.deletionTimestamp())
        .text("uid", meta.uid())
        .text("resourceVersion", meta.resourceVersion())
        .unlessZero("generation", meta.generation())
        .without("managedFields");
  }

  private static OwnerReference owner(Fields fields) {
    return new OwnerReference(
        fields.text("apiVersion", ""),
        fields.text("kind", ""),
        fields.text("name", ""),
        fields.text("uid", ""),
        fields.flag("controller", false));
  }

  private static TreeBuilder encodeOwner(OwnerReference owner) {
    return new TreeBuilder()
        .text("apiVersion", owner.apiVersion())
        .text("kind", owner.kind())
        .text("name", owner.name())
        .text("uid", owner.uid())
        .ifTrue("controller", owner.controller());
  }

  static ObjectReference reference(Fields fields) {
    return new ObjectReference(
        fields.text("kind", ""),
        fields.text("namespace", ""),
        fields.text("name", ""),
        fields.text("uid", ""));
  }

  static TreeBuilder encodeReference(ObjectReference reference) {
    return new TreeBuilder()
        .text("kind", reference.kind())
        .text("namespace", reference.namespace())
        .text("name", reference.name())
        .text("uid", reference.uid());
  }

  static LabelSelector selector(Fields fields) {
    return new LabelSelector(
        fields.textMap("matchLabels"),
        fields.objects("matchExpressions").stream().map(MetadataCodec::requirement).toList());
  }

  private static LabelSelectorRequirement requirement(Fields fields) {
    return new LabelSelectorRequirement(
        fields.text("key", ""), fields.text("operator", ""), fields.texts("values"));
  }

  static TreeBuilder encodeSelector(LabelSelector selector) {
    return new TreeBuilder()
        .textMap("matchLabels", selector.matchLabels())
        .list(
            "matchExpressions",
            selector.matchExpressions(),
            requirement ->
                new TreeBuilder()
                    .text("key", requirement.key())
                    .text("operator", requirement.operator())
                    .texts("values", requirement.values()));
  }

  static List<Condition> conditions(Fields fields) {
    return fields.objects("conditions").stream().map(MetadataCodec::condition).toList();
  }

  private static Condition condition(Fields fields) {
    return new Condition(
        fields.text("type", ""),
        fields.text("status", ""),
        fields.text("reason", ""),
        fields.text("message", ""),
        time(fields, "lastTransitionTime"));
  }

  static TreeBuilder encodeCondition(Condition condition) {
    return new TreeBuilder()
        .text("type", condition.type())
        .text("status", condition.status())
        .text("reason", condition.reason())
        .text("message", condition.message())
        .optional("lastTransitionTime", condition.lastTransitionTime());
  }

  static Optional<Instant> time(Fields fields, String name) {
    Optional<String> text = fields.optionalText(name);
    try {
      return text.map(time -> OffsetDateTime.parse(time).toInstant());
    } catch (DateTimeException e) {
      fields.problem(
          name,
          String.format(
              Locale.ROOT, "\"%s\" is no time such as 2025-01-01T00:00:00Z", text.orElse("")));
      return Optional.empty();
    }
  }
}
