package io.kubehop.service.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.MicroTime;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes down the fields of Kubernetes kinds as fabric8's model classes have them, in the form of
 * {@code kubernetes.schema}. It runs in tests alone, so that neither fabric8 nor Jackson is needed
 * at run time.
 */
final class ModelSchema {
  static final Set<String> GROUPS =
      Set.of(
          "",
          "apps",
          "batch",
          "discovery.k8s.io",
          "networking.k8s.io",
          "policy",
          "rbac.authorization.k8s.io");

  private static final String MODEL = "io.fabric8.kubernetes.api.model.";
  private static final Map<Type, String> SCALARS =
      Map.of(
          String.class, "string",
          Integer.class, "int32",
          Long.class, "int64",
          Double.class, "number",
          Boolean.class, "boolean",
          IntOrString.class, "intOrString",
          Quantity.class, "quantity",
          MicroTime.class, "string",
          Object.class, "any",
          FieldsV1.class, "any");

  private final Map<String, Class<?>> types = new TreeMap<>();
  private final Deque<Class<?>> pending = new ArrayDeque<>();
  private final Set<String> kinds = new TreeSet<>();

  static String write() throws IOException, ClassNotFoundException {
    return new ModelSchema().run();
  }

  private String run() throws IOException, ClassNotFoundException {
    for (String name : modelClasses()) {
      kind(Class.forName(name));
    }
    StringBuilder out = new StringBuilder();
    kinds.forEach(kind -> out.append(kind).append('\n'));
    Map<String, String> bodies = new TreeMap<>();
    while (!pending.isEmpty()) {
      Class<?> type = pending.pop();
      bodies.put(nameOf(type), body(type));
    }
    bodies.forEach((name, body) -> out.append("\ntype ").append(name).append('\n').append(body));
    return out.toString();
  }

  private static Set<String> modelClasses() throws IOException {
    Set<String> names = new TreeSet<>();
    List<URL> lists =
        Collections.list(
            HasMetadata.class
                .getClassLoader()
                .getResources("META-INF/services/" + MODEL + "KubernetesResource"));
    for (URL list : lists) {
      try (InputStream in = list.openStream()) {
        new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith(MODEL))
            .forEach(names::add);
      }
    }
    return names;
  }

  private void kind(Class<?> type) {
    Group group = type.getAnnotation(Group.class);
    Version version = type.getAnnotation(Version.class);
    boolean served =
        HasMetadata.class.isAssignableFrom(type)
            && group != null
            && GROUPS.contains(group.value())
            && version.value().equals("v1");
    if (served) {
      String apiVersion = (group.value().isEmpty() ? "" : group.value() + "/") + version.value();
      String scope = Namespaced.class.isAssignableFrom(type) ? "namespaced" : "cluster";
      kinds.add("kind " + apiVersion + " " + type.getSimpleName() + " " + scope + " " + use(type));
    }
  }

  private String body(Class<?> type) {
    Map<String, String> fields = new TreeMap<>();
    for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        JsonProperty property = field.getAnnotation(JsonProperty.class);
        if (property != null) {
          fields.put(property.value(), typeOf(field.getGenericType()));
        }
      }
    }
    StringBuilder out = new StringBuilder();
    fields.forEach((name, of) -> out.append("  ").append(name).append(' ').append(of).append('\n'));
    return out.toString();
  }

  private String typeOf(Type type) {
    String scalar = SCALARS.get(type);
    if (scalar != null) {
      return scalar;
    }
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      String of = typeOf(arguments[arguments.length - 1]);
      return (generic.getRawType() == List.class ? "[]" : "{}") + of;
    }
    return use((Class<?>) type);
  }

  private String use(Class<?> type) {
    String name = nameOf(type);
    if (types.put(name, type) == null) {
      pending.push(type);
    }
    return name;
  }

  private static String nameOf(Class<?> type) {
    return type.getName().substring(MODEL.length());
  }
}
