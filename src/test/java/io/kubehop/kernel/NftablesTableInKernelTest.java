package io.kubehop.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kubehop.core.net.IpFamily;
import io.kubehop.core.nftables.NftChain;
import io.kubehop.core.nftables.NftRule;
import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.nftables.set.NftSet;
import io.kubehop.core.nftables.text.NftText;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.file.ManifestInputs;
import io.kubehop.scenarios.file.Scenario;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real nft and the real kernel take the table of a big cluster, and list it as it is here. */
class NftablesTableInKernelTest {
  private static final int SERVICES = 1000;

  @ParameterizedTest
  @EnumSource
  void nft_takes_the_table_of_1000_services_and_lists_it(IpFamily family) {
    Kernel.require();
    assumeTrue(Shell.tryWith("", "nft", "--version").exitCode() == 0, "nft is not installed");
    String manifests = BigCluster.manifests(family == IpFamily.IPV6, SERVICES);
    Scenario scenario = new ManifestInputs().addText("<text>", manifests).load();
    String written =
        ClusterSimulation.of(
                scenario.withCluster(scenario.cluster().withForcedMode(ProxyMode.NFTABLES)))
            .rules("node-a", family);

    Map<String, List<String>> listed = parts(listedByKernel(written));

    assertThat(listed).hasSizeGreaterThan(2 * SERVICES);
    assertThat(listed).isEqualTo(parts(written));
  }

  private static String listedByKernel(String table) {
    try (Namespaces namespaces = new Namespaces()) {
      String node = namespaces.add("node");
      List<String> load = List.of(Kernel.in(node, "nft", "-f", "-"));
      Shell.tryWith(table, load.toArray(String[]::new)).orFail(load);
      return Shell.run(Kernel.in(node, "nft", "list", "ruleset"));
    }
  }

  /** The order of rules counts; that of chains, of sets and of elements does not. */
  private static Map<String, List<String>> parts(String text) {
    NftTable table = NftText.read(text).tables().get(0);
    Map<String, List<String>> parts = new TreeMap<>();
    for (NftChain chain : table.chains()) {
      List<String> rules = chain.rules().stream().map(NftRule::text).toList();
      parts.put("chain " + chain.name() + " " + chain.base() + chain.comment(), rules);
    }
    for (NftSet set : table.sets()) {
      List<String> elements =
          set.elements().list().stream().map(e -> e.text(set.header())).sorted().toList();
      parts.put(set.header().toString(), elements);
    }
    return parts;
  }
}
