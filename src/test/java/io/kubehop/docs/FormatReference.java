package io.kubehop.docs;

import io.kubehop.scenarios.file.ScenarioSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reference of the scenario format in Markdown, from its JSON Schema. */
final class FormatReference {
  private final StringBuilder text = new StringBuilder();

  private FormatReference() {}

  static String markdown() {
    FormatReference reference = new FormatReference();
    Map<?, ?> schema = (Map<?, ?>) ScenarioSchema.tree().plain();
    reference.text.append(
        """
        # The scenario format

        Every field of scenario files, generated from the JSON Schema that
        `kubehop schema` prints and that [scenario.schema.json](scenario.schema.json) holds. Editors
        complete and check files that begin with

        ```yaml
        # yaml-language-server: $schema=https://…/docs/scenario.schema.json
        ```

        Kubernetes objects, under `objects`, `manifests` and `apply`, are written as Kubernetes writes
        them. An unknown field is an error that names the file, the line and the path.
        """);
    reference.section("A scenario", schema);
    reference.section("cluster", child(schema, "cluster"));
    reference.section("cluster.nodes[]", items(child(child(schema, "cluster"), "nodes")));
    reference.steps((List<?>) items(child(schema, "steps")).get("oneOf"));
    return reference.text.toString();
  }

  private void steps(List<?> kinds) {
    for (Object each : kinds) {
      Map<?, ?> step = (Map<?, ?>) each;
      String action = action(step);
      text.append("\n## Step: ").append(action).append("\n\n");
      text.append(step.get("description")).append('\n');
      Map<?, ?> form = child(step, action);
      if (form.containsKey("properties")) {
        fields(form);
      } else {
        text.append("\n`").append(action).append("` is ").append(type(form)).append(".\n");
      }
      Map<?, ?> expect = child(step, "expect");
      if (expect.containsKey("properties")) {
        text.append("\nIts `expect`:\n");
        fields(expect);
      }
    }
  }

  /** The one field besides those that every step has. */
  private static String action(Map<?, ?> step) {
    return ((Map<?, ?>) step.get("properties"))
        .keySet().stream()
            .map(String::valueOf)
            .filter(name -> !List.of("name", "at", "expect").contains(name))
            .findFirst()
            .orElseThrow();
  }

  private void section(String title, Map<?, ?> schema) {
    text.append("\n## ")
        .append(title)
        .append("\n\n")
        .append(schema.get("description"))
        .append('\n');
    fields(schema);
  }

  private void fields(Map<?, ?> schema) {
    List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
    text.append("\n| Field | Type | Meaning |\n| --- | --- | --- |\n");
    ((Map<?, ?>) schema.get("properties"))
        .forEach((name, field) -> row("", name, (Map<?, ?>) field, required.contains(name)));
  }

  private void row(String prefix, Object name, Map<?, ?> field, boolean required) {
    String path = prefix + name;
    text.append("| `").append(path).append('`').append(required ? " (required)" : "");
    text.append(" | ").append(type(field)).append(" | ");
    text.append(Optional.ofNullable(field.get("description")).map(Object::toString).orElse(""));
    text.append(" |\n");
    boolean shown = path.equals("cluster") || path.equals("steps") || path.equals("expect");
    if (!shown && field.get("properties") instanceof Map<?, ?> inner) {
      inner.forEach((child, form) -> row(path + ".", child, (Map<?, ?>) form, false));
    }
  }

  private static String type(Map<?, ?> field) {
    if (field.get("const") != null) {
      return "`" + field.get("const") + "`";
    }
    if (field.get("enum") instanceof List<?> values) {
      return String.join(", ", values.stream().map(value -> "`" + value + "`").toList());
    }
    if (field.get("anyOf") instanceof List<?> forms) {
      return String.join(" or ", forms.stream().map(form -> type((Map<?, ?>) form)).toList());
    }
    if ("array".equals(field.get("type"))) {
      return "list of " + type(items(field));
    }
    if (field.get("additionalProperties") instanceof Map<?, ?> values) {
      return "map of " + type(values);
    }
    return words(field.get("type"), field.containsKey("pattern"));
  }

  private static String words(Object type, boolean pattern) {
    if (type instanceof List<?> several) {
      return String.join(" or ", several.stream().map(each -> words(each, false)).toList());
    }
    return pattern ? "duration" : type == null ? "any" : type.toString();
  }

  private static Map<?, ?> items(Map<?, ?> array) {
    return array.get("items") instanceof Map<?, ?> items ? items : Map.of();
  }

  private static Map<?, ?> child(Map<?, ?> schema, String name) {
    Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
    return properties.get(name) instanceof Map<?, ?> child ? child : Map.of();
  }
}
