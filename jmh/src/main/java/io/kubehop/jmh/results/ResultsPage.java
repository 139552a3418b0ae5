package io.kubehop.jmh.results;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints the page of results from the JSON files of one or more runs, one for each JDK: {@code java
 * -cp jmh/target/benchmarks.jar io.kubehop.jmh.results.ResultsPage FILE…}.
 */
public final class ResultsPage {
  // JMH spreads what a whole run allocates over its operations.
  private static final double NEXT_TO_NOTHING = 0.5;

  private final PrintStream out;
  private final List<Run> runs;

  private record Run(String jdk, String effort, List<Measurement> measurements) {

    static Run of(JsonNode results) {
      List<Measurement> measurements = new ArrayList<>();
      results.forEach(result -> measurements.add(Measurement.of(result)));
      JsonNode first = results.get(0);
      String effort =
          first.get("forks").asString()
              + " × "
              + first.get("measurementIterations").asString()
              + " iterations of "
              + first.get("measurementTime").asString();
      return new Run("JDK " + first.get("jdkVersion").asString(), effort, measurements);
    }
  }

  private ResultsPage(PrintStream out, List<Run> runs) {
    this.out = out;
    this.runs = runs;
  }

  /** Reads the files that are named and prints the page. */
  public static void main(String[] files) throws IOException {
    List<Run> runs = new ArrayList<>();
    for (String file : files) {
      runs.add(Run.of(JsonMapper.shared().readTree(Files.readString(Path.of(file)))));
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new ResultsPage(out, runs).print();
  }

  private void print() throws IOException {
    out.println("# Results of the benchmarks");
    out.println();
    out.println("Written by `./kubehop-bench`. Ratios are of two measurements of one run, medians");
    out.println("first and minima in brackets; smaller is better. Machine: " + machine() + ".");
    out.println();
    out.println("## Bounds");
    out.println();
    row("#", "what", "bound", runs.stream().map(Run::jdk).toList());
    row("---", "---", "---", runs.stream().map(run -> "---").toList());
    for (Bound bound : Bound.all()) {
      row(
          bound.number(),
          bound.what(),
          "≤ " + text(bound.most()),
          runs.stream().map(run -> cell(bound, run)).toList());
    }
    for (Run run : runs) {
      printAll(run);
    }
  }

  private static String machine() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    String model =
        Files.isReadable(file)
            ? Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown")
            : "unknown";
    return model + ", " + Runtime.getRuntime().availableProcessors() + " processors";
  }

  private static String cell(Bound bound, Run run) {
    Optional<Bound.Ratio> found = bound.in(run.measurements());
    if (found.isEmpty()) {
      return "not measured";
    }
    Bound.Ratio ratio = found.get();
    String numbers = text(ratio.median()) + " (" + text(ratio.minimum()) + ")";
    return numbers + (ratio.median() <= bound.most() ? ", met" : ", **not met**");
  }

  private void printAll(Run run) {
    out.println();
    out.println("## " + run.jdk() + ", forks: " + run.effort());
    out.println();
    row("benchmark", "parameters", "median", List.of("minimum", "unit", "B/op"));
    row("---", "---", "---:", List.of("---:", "---", "---:"));
    for (Measurement measurement : run.measurements()) {
      row(
          measurement.name(),
          measurement.parameters().toString().replaceAll("[{}]", ""),
          text(measurement.median()),
          List.of(
              text(measurement.minimum()), measurement.unit(), allocated(measurement.allocated())));
    }
  }

  private static String allocated(double bytes) {
    if (Double.isNaN(bytes)) {
      return "";
    }
    return bytes < NEXT_TO_NOTHING ? "0" : text(bytes);
  }

  private void row(String first, String second, String third, List<String> others) {
    List<String> cells = new ArrayList<>(List.of(first, second, third));
    cells.addAll(others);
    out.println("| " + String.join(" | ", cells) + " |");
  }

  private static String text(double number) {
    return String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.1f", number);
  }
}
