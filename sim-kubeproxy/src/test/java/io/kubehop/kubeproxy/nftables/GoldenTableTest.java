package io.kubehop.kubeproxy.nftables;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.nftables.NftChain;
import io.kubehop.core.nftables.NftRule;
import io.kubehop.core.nftables.NftTable;
import io.kubehop.core.nftables.TableFamily;
import io.kubehop.core.nftables.set.NftSet;
import io.kubehop.core.nftables.text.NftText;
import io.kubehop.kubeproxy.Conformance;
import io.kubehop.kubeproxy.iptables.GoldenRulesTest;
import io.kubehop.service.api.KubeProxyConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whole tables against those of the real kube-proxy, as the real tool lists them. */
class GoldenTableTest {
  @TestFactory
  Stream<DynamicTest> tablesAreThoseOfKubeProxy() {
    List<Path> dumps = Conformance.files("kubeproxy/golden/nftables", ".nft-list.txt");
    assertThat(dumps).isNotEmpty();
    return dumps.stream()
        .map(dump -> DynamicTest.dynamicTest(dump.getFileName().toString(), () -> compare(dump)));
  }

  private static void compare(Path dump) {
    Path scenario = Path.of(dump.toString().replace(".nft-list.txt", ".yaml"));
    KubeProxyConfiguration mode = KubeProxyConfiguration.EMPTY.withMode("nftables");
    NftTable written =
        GoldenRulesTest.cluster(scenario, mode).node("test-node").tables.get(TableFamily.IP);
    NftTable expected = NftText.read(Conformance.read(dump)).table(TableFamily.IP, "kube-proxy");

    assertThat(written.comment()).isEqualTo(expected.comment());
    assertThat(parts(written)).containsExactlyInAnyOrderEntriesOf(parts(expected));
  }

  /** The order of rules counts; that of chains, of sets and of elements does not. */
  private static Map<String, List<String>> parts(NftTable table) {
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
