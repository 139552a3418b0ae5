package io.kubehop.service.load;

import io.kubehop.service.source.Fields;
import io.kubehop.service.source.NearNames;
import io.kubehop.service.source.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Version and kind of an object as it was written, and what a cluster would make of them.
 *
 * @param apiVersion group and version
 * @param kind the kind
 */
record ObjectKind(String apiVersion, String kind) {
  private static final String LIST = "List";

  /**
   * Reads version and kind; absent, and a problem, where one is missing and no list says it for its
   * items.
   */
  static Optional<ObjectKind> of(Fields fields, Optional<ObjectKind> inherited) {
    Optional<String> kind = name(fields, "kind", inherited.map(ObjectKind::kind));
    Optional<String> apiVersion = name(fields, "apiVersion", inherited.map(ObjectKind::apiVersion));
    if (kind.isEmpty() && fields.optional("kind").isEmpty()) {
      fields.problem("kind", "is required: what kind of Kubernetes object is this?");
    }
    if (apiVersion.isEmpty() && fields.optional("apiVersion").isEmpty()) {
      String right =
          kind.flatMap(KubernetesSchema.INSTANCE::apiVersionOf)
              .map(version -> "; for a " + kind.get() + " it is " + version)
              .orElse("");
      fields.problem("apiVersion", "is required" + right);
    }
    return kind.flatMap(k -> apiVersion.map(version -> new ObjectKind(version, k)));
  }

  private static Optional<String> name(Fields fields, String name, Optional<String> inherited) {
    Optional<Value> value = fields.optional(name);
    return value.isPresent() ? value.get().text() : inherited;
  }

  /**
   * Returns whether this is a list of objects: every kind that ends so has items in place of a
   * specification.
   */
  boolean isList(Fields fields) {
    return kind.endsWith(LIST) && fields.mapping().get("items").isPresent();
  }

  /**
   * Returns what the items of such a list are where they do not say so; absent for a plain List.
   */
  Optional<ObjectKind> ofItems() {
    String item = kind.substring(0, kind.length() - LIST.length());
    return item.isEmpty() ? Optional.empty() : Optional.of(new ObjectKind(apiVersion, item));
  }

  /**
   * Checks all fields of an object of this kind.
   *
   * @return the schema of the kind; absent if the kind is opaque, or if a cluster would not know
   *     it, which is a problem
   */
  Optional<KindSchema> check(Fields fields) {
    Optional<KindSchema> schema = KubernetesSchema.INSTANCE.kind(apiVersion, kind);
    if (schema.isPresent()) {
      schema.get().type().check(asValue(fields));
    } else if (!rejected(fields)) {
      fields.optional("metadata").ifPresent(KubernetesSchema.INSTANCE.metadata()::check);
    }
    return schema;
  }

  private boolean rejected(Fields fields) {
    List<String> served = KubernetesSchema.INSTANCE.kindsOf(apiVersion);
    Optional<KindCodec<?>> codec = KindCodecs.find(kind);
    boolean addOn = apiVersion.startsWith(GatewayCodec.GROUP + "/");
    if (codec.isPresent() && isKubernetesGroup() && !addOn) {
      fields.problem(
          "apiVersion",
          String.format(
              Locale.ROOT,
              "Kubernetes 1.34 serves no %s in %s; it is in %s",
              kind,
              apiVersion,
              codec.get().apiVersion()));
      return true;
    }
    if (!served.isEmpty()) {
      fields.problem(
          "kind",
          String.format(Locale.ROOT, "there is no kind %s in %s", kind, apiVersion)
              + NearNames.suggestion(kind, served));
      return true;
    }
    return false;
  }

  /**
   * Returns whether the group can only be one of Kubernetes' own: those of resource definitions
   * have a domain.
   */
  private boolean isKubernetesGroup() {
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    return group.indexOf('.') < 0 || group.endsWith(".k8s.io");
  }

  private static Value asValue(Fields fields) {
    return Value.of(fields.mapping(), fields.path(), fields.problems());
  }
}
