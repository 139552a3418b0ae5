package io.kubehop.kubeproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * An {@code iptables-save} text as chains with their rules, without what depends on the kernel and
 * the tool: counters, blanks, accounting rules. Chains without rules are left out.
 */
public record Dump(Map<String, List<String>> chains) {
  private static final Pattern COUNTERS = Pattern.compile("^\\[\\d+:\\d+\\] ");

  /** Reads a text. */
  public static Dump of(String text) {
    Map<String, List<String>> chains = new TreeMap<>();
    String table = "";
    for (String raw : text.split("\n")) {
      String line = COUNTERS.matcher(raw.strip()).replaceFirst("").replaceAll(" +", " ");
      if (line.startsWith("*")) {
        table = line.substring(1);
      } else if (line.startsWith("-A ") && !line.contains("-m nfacct")) {
        String chain = line.split(" ")[1];
        chains.computeIfAbsent(table + " " + chain, c -> new ArrayList<>()).add(withoutChain(line));
      }
    }
    return new Dump(chains);
  }

  private static String withoutChain(String line) {
    String[] words = line.split(" ", 3);
    return words.length < 3 ? "" : words[2].replace(" --random-fully", "");
  }

  /** Only the chains of Kubernetes in filter and nat. */
  public Dump ofKubernetes() {
    Map<String, List<String>> left = new TreeMap<>(chains);
    left.keySet().removeIf(chain -> !chain.matches("(filter|nat) KUBE-.*"));
    return new Dump(left);
  }

  /** The rules of a chain such as {@code nat KUBE-SERVICES}. */
  public List<String> rules(String chain) {
    return chains.getOrDefault(chain, List.of());
  }
}
