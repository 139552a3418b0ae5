package io.kubehop.jmh.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One benchmark with its parameters.
 *
 * @param name class and method, as {@code PacketBenchmark.firstPacket}
 * @param parameters values by name
 * @param scores one for each iteration of each fork, sorted
 * @param unit of the scores
 * @param allocated bytes for each operation; NaN if not measured
 */
record Measurement(
    String name,
    Map<String, String> parameters,
    List<Double> scores,
    String unit,
    double allocated) {

  static Measurement of(JsonNode result) {
    String[] path = result.get("benchmark").asString().split("\\.");
    Map<String, String> parameters = new TreeMap<>();
    result.path("params").forEachEntry((key, value) -> parameters.put(key, value.asString()));
    List<Double> scores = new ArrayList<>();
    result
        .get("primaryMetric")
        .get("rawData")
        .forEach(fork -> fork.forEach(score -> scores.add(score.asDouble())));
    scores.sort(Double::compare);
    JsonNode allocated = result.path("secondaryMetrics").path("gc.alloc.rate.norm").path("score");
    return new Measurement(
        path[path.length - 2] + "." + path[path.length - 1],
        parameters,
        scores,
        result.get("primaryMetric").get("scoreUnit").asString(),
        allocated.asDouble(Double.NaN));
  }

  double median() {
    int middle = scores.size() / 2;
    return scores.size() % 2 == 1
        ? scores.get(middle)
        : (scores.get(middle - 1) + scores.get(middle)) / 2;
  }

  double minimum() {
    return scores.get(0);
  }

  boolean is(Subject subject) {
    return name.equals(subject.name())
        && parameters.entrySet().containsAll(subject.parameters().entrySet());
  }
}
