package io.kubehop.kernel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A text of {@code iptables-save}, by table and chain, so that the order of chains is of no matter.
 */
final class SavedRules {
  private SavedRules() {}

  /** The rules of each chain, under {@code TABLE CHAIN}, in order and without counters. */
  static Map<String, List<String>> byChain(String text) {
    Map<String, List<String>> chains = new TreeMap<>();
    String table = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("*")) {
        table = line.substring(1);
      } else if (line.startsWith(":")) {
        String chain = table + " " + line.substring(1, line.indexOf(' '));
        chains.put(chain, rules(text, table, chain));
      }
    }
    return chains;
  }

  private static List<String> rules(String text, String table, String chain) {
    int begin = text.indexOf("*" + table + "\n");
    String body = text.substring(begin, text.indexOf("\nCOMMIT", begin) + 1);
    String prefix = "-A " + chain.substring(table.length() + 1) + " ";
    return body.lines().filter(line -> line.startsWith(prefix)).collect(Collectors.toList());
  }
}
