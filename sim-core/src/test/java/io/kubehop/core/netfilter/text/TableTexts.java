package io.kubehop.core.netfilter.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A saved text taken apart, so that two can be compared where the order of tables and the counters
 * do not matter.
 */
final class TableTexts {
  private TableTexts() {}

  static Map<String, List<String>> of(String text) {
    Map<String, List<String>> tables = new TreeMap<>();
    List<String> open = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("*")) {
        open = tables.computeIfAbsent(line, table -> new ArrayList<>());
      } else if (!line.startsWith("#") && !line.isBlank()) {
        open.add(line.replaceFirst("^\\[\\d+:\\d+] ", "").replaceFirst(" \\[\\d+:\\d+]$", ""));
      }
    }
    return tables;
  }
}
