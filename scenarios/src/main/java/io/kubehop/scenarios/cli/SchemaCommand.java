package io.kubehop.scenarios.cli;

import io.kubehop.scenarios.cli.KubeHop.Streams;
import io.kubehop.scenarios.file.ScenarioSchema;
import io.kubehop.scenarios.report.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Prints the JSON Schema of scenario files. */
@Command(
    name = "schema",
    description = "Prints the JSON Schema of the scenario format.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
  private final Streams streams;

  SchemaCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    streams.out().print(Json.write(ScenarioSchema.tree().plain()));
    return 0;
  }
}
