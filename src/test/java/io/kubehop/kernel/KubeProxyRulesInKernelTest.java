package io.kubehop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.scenarios.cli.KubeHop;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real tools and the real kernel take the rules of a big cluster, and print them back; nothing
 * of that is drift.
 */
class KubeProxyRulesInKernelTest {
  private static final int SERVICES = 1000;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"ipv4", "ipv6"})
  void the_kernel_takes_the_rules_of_1000_services_and_prints_them_back(String family)
      throws IOException {
    System.out.println("rules of " + SERVICES + " Services in " + Kernel.require());
    boolean v6 = family.equals("ipv6");
    Path manifests =
        Files.writeString(folder.resolve("big.yaml"), BigCluster.manifests(v6, SERVICES));
    String printed = run(0, "rules", manifests, family);

    String saved = savedByKernel(printed, v6 ? "ip6tables" : "iptables");

    Map<String, List<String>> ours = SavedRules.byChain(printed);
    assertThat(ours).hasSizeGreaterThan(2 * SERVICES);
    assertThat(ours.get("nat KUBE-SERVICES")).hasSizeGreaterThanOrEqualTo(SERVICES * 3 / 4);
    assertThat(SavedRules.byChain(saved)).containsAllEntriesOf(ours);
    Path dump = Files.writeString(folder.resolve("dump.txt"), saved);
    run(0, "drift", manifests, family, "--node-rules", dump.toString());
  }

  private static String run(
      int expected, String command, Path manifests, String family, String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    KubeHop.Streams streams =
        new KubeHop.Streams(
            InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err));
    String[] arguments = {
      command, "-f", manifests.toString(), "--node", "node-a", "--family", family
    };
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    int code = KubeHop.run(streams, true, all);
    assertThat(code).as(err + out.toString()).isEqualTo(expected);
    return out.toString();
  }

  private static String savedByKernel(String rules, String tool) {
    try (Namespaces namespaces = new Namespaces()) {
      String node = namespaces.add("node");
      List<String> restore =
          List.of(Kernel.in(node, Kernel.program("restore").replace("iptables", tool)));
      Shell.tryWith(rules, restore.toArray(String[]::new)).orFail(restore);
      return Shell.run(Kernel.in(node, Kernel.program("save").replace("iptables", tool)));
    }
  }
}
