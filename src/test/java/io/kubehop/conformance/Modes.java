package io.kubehop.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The proxy modes in which kube-proxy's own cases have to hold, from {@code kubeproxy/modes.txt}.
 */
final class Modes {
  private final Map<String, List<String>> byFile = new TreeMap<>();

  private Modes() {}

  /** Reads lines such as {@code flows/a.yaml<TAB>iptables:high,ipvs:low}. */
  static Modes read() {
    Modes modes = new Modes();
    for (String line : Bank.lines("kubeproxy/modes.txt")) {
      String[] parts = line.split("\t", -1);
      List<String> names = new ArrayList<>();
      for (String mode : parts[1].split(",", -1)) {
        names.add(mode.substring(0, mode.indexOf(':')));
      }
      modes.byFile.put("kubeproxy/" + parts[0], names);
    }
    return modes;
  }

  /** Returns the modes to force for a file; a single empty text for the one that it says itself. */
  List<String> of(String file) {
    return byFile.getOrDefault(file, List.of(""));
  }
}
