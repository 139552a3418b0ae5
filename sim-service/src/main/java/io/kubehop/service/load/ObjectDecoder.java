package io.kubehop.service.load;

import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.OpaqueObject;
import io.kubehop.service.source.FieldPath;
import io.kubehop.service.source.Fields;
import io.kubehop.service.source.Problems;
import io.kubehop.service.source.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns trees into objects, as strictly as {@code kubectl} with {@code --validate=strict}: unknown
 * fields and wrong types are problems. Lists ({@code List}, {@code ServiceList} …) are taken apart.
 * A kind of a group that the simulator does not know is kept as an {@link OpaqueObject}, of which
 * only the metadata is checked.
 */
public final class ObjectDecoder {
  private static final String DEFAULT_NAMESPACE = "default";

  private ObjectDecoder() {}

  /**
   * Returns the objects of a value: one, or those of a list; none if it has a problem, which goes
   * to the problems of the value.
   */
  public static List<LoadedObject> decode(Value value) {
    return value.fields().map(fields -> decode(fields, Optional.empty())).orElse(List.of());
  }

  /**
   * Returns the settings of kube-proxy that a map holds, which needs neither version nor kind:
   * those of one node in a scenario, or the {@code config.conf} of a ConfigMap.
   */
  public static KubeProxyConfiguration decodeKubeProxyConfiguration(Value value) {
    Problems problems = value.problems();
    int before = problems.size();
    KubernetesSchema.INSTANCE
        .kind("kubeproxy.config.k8s.io/v1alpha1", KubeProxyConfiguration.KIND)
        .orElseThrow()
        .type()
        .check(value);
    if (problems.size() > before) {
      return KubeProxyConfiguration.EMPTY;
    }
    return KubeProxyCodec.decode(ObjectMeta.EMPTY, Fields.of(value.node(), value.path(), problems));
  }

  private static List<LoadedObject> decode(Fields fields, Optional<ObjectKind> inherited) {
    Optional<ObjectKind> found = ObjectKind.of(fields, inherited);
    if (found.isEmpty()) {
      return List.of();
    }
    ObjectKind kind = found.get();
    if (kind.isList(fields)) {
      return decodeItems(fields, kind);
    }
    return decodeOne(fields, kind).stream()
        .map(object -> new LoadedObject(object, fields.mapping(), fields.path()))
        .toList();
  }

  private static List<LoadedObject> decodeItems(Fields fields, ObjectKind list) {
    List<LoadedObject> objects = new ArrayList<>();
    for (Fields item : fields.objects("items")) {
      objects.addAll(decode(item, list.ofItems()));
    }
    return objects;
  }

  private static Optional<KubeObject> decodeOne(Fields fields, ObjectKind kind) {
    Problems problems = fields.problems();
    int before = problems.size();
    Optional<KindSchema> schema = kind.check(fields);
    if (problems.size() == before) {
      requireName(fields, schema);
    }
    if (problems.size() > before) {
      return Optional.empty();
    }
    ObjectMeta meta = withNamespace(MetadataCodec.decode(fields.object("metadata")), schema);
    KubeObject object =
        KindCodecs.find(kind.apiVersion(), kind.kind())
            .<KubeObject>map(codec -> codec.decode().apply(meta, fields))
            .orElseGet(() -> new OpaqueObject(kind.apiVersion(), kind.kind(), meta));
    return problems.size() > before ? Optional.empty() : Optional.of(object);
  }

  private static void requireName(Fields fields, Optional<KindSchema> schema) {
    boolean file = schema.filter(s -> s.scope() == KindSchema.Scope.FILE).isPresent();
    Optional<Fields> metadata = fields.optionalObject("metadata");
    boolean named =
        metadata
            .filter(m -> m.optional("name").or(() -> m.optional("generateName")).isPresent())
            .isPresent();
    if (!file && !named) {
      fields
          .problems()
          .add(
              metadata.orElse(fields).mapping().position(),
              FieldPath.join(fields.path(), "metadata.name"),
              "is required");
    }
  }

  /**
   * Puts objects of namespaced kinds into the namespace that {@code kubectl} would put them into.
   */
  private static ObjectMeta withNamespace(ObjectMeta meta, Optional<KindSchema> schema) {
    boolean needsOne =
        meta.namespace().isEmpty()
            && schema.filter(s -> s.scope() == KindSchema.Scope.NAMESPACED).isPresent();
    return needsOne ? meta.toBuilder().namespace(DEFAULT_NAMESPACE).build() : meta;
  }
}
