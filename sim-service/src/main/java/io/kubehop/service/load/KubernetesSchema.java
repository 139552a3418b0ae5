package io.kubehop.service.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The kinds of the API groups that bear on networking or that most manifests contain, with every
 * field they have. Read once from two resources: {@code kubernetes.schema} and {@code
 * kube-proxy.schema}.
 */
final class KubernetesSchema {
  /** The one schema; it never changes. */
  static final KubernetesSchema INSTANCE = new KubernetesSchema();

  private final Map<String, KindSchema> kinds = new LinkedHashMap<>();
  private final Map<String, ObjectType> types = new LinkedHashMap<>();

  private KubernetesSchema() {
    read("kubernetes.schema");
    read("kube-proxy.schema");
  }

  /** Returns a kind; absent if it is not among those that are known. */
  Optional<KindSchema> kind(String apiVersion, String kind) {
    return Optional.ofNullable(kinds.get(apiVersion + " " + kind));
  }

  /** Returns the names of the kinds that one group and version has; empty if it is not known. */
  List<String> kindsOf(String apiVersion) {
    List<String> names = new ArrayList<>();
    for (KindSchema schema : kinds.values()) {
      if (schema.apiVersion().equals(apiVersion)) {
        names.add(schema.kind());
      }
    }
    return names;
  }

  /** Returns the group and version of a kind by name alone; absent if no kind has the name. */
  Optional<String> apiVersionOf(String kind) {
    return kinds.values().stream()
        .filter(schema -> schema.kind().equals(kind))
        .map(KindSchema::apiVersion)
        .findFirst();
  }

  /** Returns the fields of metadata, which are those of every kind. */
  ObjectType metadata() {
    return typeNamed("ObjectMeta");
  }

  private void read(String resource) {
    ObjectType type = new ObjectType();
    for (String line : lines(resource)) {
      String[] words = line.trim().split(" ");
      if (line.startsWith("  ")) {
        type.add(words[0], parse(words[1]));
      } else if (line.startsWith("kind ")) {
        addKind(words);
      } else if (line.startsWith("type ")) {
        type = typeNamed(words[1]);
      }
    }
  }

  private void addKind(String[] words) {
    KindSchema.Scope scope = KindSchema.Scope.valueOf(words[3].toUpperCase(Locale.ROOT));
    kinds.put(
        words[1] + " " + words[2], new KindSchema(words[1], words[2], scope, typeNamed(words[4])));
  }

  private ObjectType typeNamed(String name) {
    return types.computeIfAbsent(name, unknown -> new ObjectType());
  }

  private FieldType parse(String text) {
    if (text.startsWith("[]")) {
      return new ListType(parse(text.substring(2)));
    }
    if (text.startsWith("{}")) {
      return new MapType(parse(text.substring(2)));
    }
    return switch (text) {
      case "string" -> ScalarType.STRING;
      case "int32" -> ScalarType.INT32;
      case "int64" -> ScalarType.INT64;
      case "number" -> ScalarType.NUMBER;
      case "boolean" -> ScalarType.BOOLEAN;
      case "duration" -> ScalarType.DURATION;
      case "intOrString" -> ScalarType.INT_OR_STRING;
      case "quantity" -> ScalarType.QUANTITY;
      case "any" -> ScalarType.ANY;
      default -> typeNamed(text);
    };
  }

  private static List<String> lines(String resource) {
    try (InputStream in = KubernetesSchema.class.getResourceAsStream(resource)) {
      byte[] bytes = Objects.requireNonNull(in, resource).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
