package io.kubehop.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Passed and failed cases, by folder. */
final class Report {
  private final Map<String, List<Verdict>> byFolder = new TreeMap<>();

  Report(List<Verdict> verdicts) {
    verdicts.forEach(
        verdict -> byFolder.computeIfAbsent(verdict.folder(), f -> new ArrayList<>()).add(verdict));
  }

  Map<String, List<Verdict>> byFolder() {
    return byFolder;
  }

  /** A line for each folder, such as {@code service/api 50 passed, 0 failed}. */
  String summary() {
    StringBuilder text = new StringBuilder();
    byFolder.forEach(
        (folder, verdicts) -> {
          long passed = verdicts.stream().filter(Verdict::passed).count();
          text.append(
              "%-28s %4d passed, %4d failed%n".formatted(folder, passed, verdicts.size() - passed));
        });
    return text.toString();
  }

  /** The failed cases in the form of the list of known failures, for whoever keeps that list. */
  String failures() {
    StringBuilder text = new StringBuilder();
    byFolder.values().stream()
        .flatMap(List::stream)
        .filter(verdict -> !verdict.passed())
        .forEach(
            verdict ->
                text.append(verdict.name()).append('\t').append(verdict.failure()).append('\n'));
    return text.toString();
  }
}
