package io.kubehop.scenarios.cli;

import io.kubehop.scenarios.cluster.NotPossibleException;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.NodeEntry.CapturedText;
import io.kubehop.scenarios.file.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads the files of {@code --node-rules}. */
final class NodeRules {
  private NodeRules() {}

  /** The same scenario with captured rules on nodes. */
  static Scenario put(Map<String, String> files, Scenario scenario) {
    ClusterSpec cluster = scenario.cluster();
    for (Map.Entry<String, String> file : files.entrySet()) {
      cluster = cluster.withRules(file.getKey(), read(file.getValue()));
    }
    return scenario.withCluster(cluster);
  }

  /** Reads a file. */
  static CapturedText read(String file) {
    try {
      return new CapturedText(file, Files.readString(Path.of(file), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new NotPossibleException("--node-rules: " + file + " cannot be read as text");
    }
  }
}
