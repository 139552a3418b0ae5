package io.kubehop.scenarios.cli;

import io.kubehop.scenarios.cluster.NotPossibleException;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.NodeEntry.CapturedText;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.file.Utf8Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the files of {@code --node-rules}. */
final class NodeRules {
  private NodeRules() {}

  /** The texts by node. */
  static Map<String, CapturedText> readAll(Map<String, String> files) {
    Map<String, CapturedText> texts = new LinkedHashMap<>();
    files.forEach((node, file) -> texts.put(node, read(file)));
    return texts;
  }

  /** The same scenario with captured rules on nodes. */
  static Scenario put(Map<String, CapturedText> texts, Scenario scenario) {
    ClusterSpec cluster = scenario.cluster();
    for (Map.Entry<String, CapturedText> text : texts.entrySet()) {
      cluster = cluster.withRules(text.getKey(), text.getValue());
    }
    return scenario.withCluster(cluster);
  }

  /** Reads a file. */
  static CapturedText read(String file) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of(file));
      int faulty = Utf8Text.firstFaultyLine(bytes);
      if (faulty != 0) {
        throw new NotPossibleException(
            "--node-rules: " + file + ":" + faulty + ": this is not a text in UTF-8");
      }
      return new CapturedText(file, new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new NotPossibleException("--node-rules: " + file + " cannot be read");
    }
  }
}
