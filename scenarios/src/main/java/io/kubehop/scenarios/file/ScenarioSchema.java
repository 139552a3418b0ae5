package io.kubehop.scenarios.file;

import io.kubehop.service.source.SourceMapping;

/** The JSON Schema of scenario files, from the very description that they are decoded by. */
public final class ScenarioSchema {
  private ScenarioSchema() {}

  /** Returns the schema (draft 2020-12) as a tree. */
  public static SourceMapping tree() {
    return ScenarioShape.schema();
  }
}
