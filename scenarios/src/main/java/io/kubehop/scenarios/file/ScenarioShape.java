package io.kubehop.scenarios.file;

import io.kubehop.scenarios.format.Field;
import io.kubehop.scenarios.format.ObjectShape;
import io.kubehop.scenarios.format.Schema;
import io.kubehop.scenarios.format.Shape;
import io.kubehop.scenarios.format.Shapes;
import io.kubehop.service.source.SourceMapping;
import io.kubehop.service.source.Value;
import java.util.List;
import java.util.Optional;

/** The fields of a scenario: the one description from which its decoder and its schema come. */
final class ScenarioShape {
  static final String API_VERSION = "kubehop/v1";
  static final String KIND = "Scenario";

  /**
   * A scenario whose objects are not yet read, because they are read together.
   *
   * @param manifests files or globs
   * @param objects inline objects
   */
  record Draft(
      Metadata metadata,
      ClusterSpec cluster,
      List<Value> manifests,
      List<Value> objects,
      List<Step> steps) {}

  /** What a scenario is called and what it shows. */
  record Metadata(String name, String description) {}

  private static final ObjectShape<Metadata> METADATA =
      ObjectShape.of(
          "What the scenario is called.",
          fields -> {
            Field<String> name = fields.required("name", Shapes.TEXT, "Its name.");
            Field<String> description =
                fields.optional("description", Shapes.TEXT, "", "What it shows.");
            return read -> new Metadata(read.get(name), read.get(description));
          });

  private static final Shape<Value> FILE =
      Shapes.of(value -> value.text().map(text -> value), Shapes.TEXT.schema());
  private static final Shape<Value> OBJECT =
      Shapes.of(value -> value.fields().map(fields -> value), Shapes.MAPPING.schema());

  static final ObjectShape<Draft> SCENARIO =
      ObjectShape.of(
          "A cluster, what happens in it, and what has to come of it.",
          fields -> {
            fields.required("apiVersion", constant(API_VERSION), "The version of the format.");
            fields.required("kind", constant(KIND), "What this document is.");
            Field<Metadata> metadata = fields.required("metadata", METADATA, "What it is called.");
            Field<ClusterSpec> cluster =
                fields.optional(
                    "cluster",
                    ClusterShape.CLUSTER,
                    ClusterSpec.DEFAULT,
                    "What no Kubernetes object says; every field has a default.");
            Field<List<Value>> manifests =
                fields.optional(
                    "manifests",
                    FILE.list(),
                    List.of(),
                    "Files or globs, relative to this file, with Kubernetes objects.");
            Field<List<Value>> objects =
                fields.optional(
                    "objects", OBJECT.list(), List.of(), "The same kind of objects, inline.");
            Field<List<Step>> steps =
                fields.optional(
                    "steps", new StepShape().list(), List.of(), "What happens, in order.");
            return read ->
                new Draft(
                    read.get(metadata),
                    read.get(cluster),
                    read.get(manifests),
                    read.get(objects),
                    read.get(steps));
          });

  private ScenarioShape() {}

  private static Shape<String> constant(String value) {
    Shape<String> equal =
        Shapes.TEXT.parsed(
            text -> {
              if (!text.equals(value)) {
                throw new IllegalArgumentException(
                    "\"" + text + "\" is not supported; a scenario has " + value + " here");
              }
              return text;
            });
    return Shapes.of(equal::read, Schema.of("const", value).build());
  }

  /** The JSON Schema of the format. */
  static SourceMapping schema() {
    return Schema.of("$schema", "https://json-schema.org/draft/2020-12/schema")
        .with("title", "KubeHop scenario, version 1")
        .with(SCENARIO.schema())
        .build();
  }

  static Optional<Draft> read(Value value) {
    return SCENARIO.read(value);
  }
}
