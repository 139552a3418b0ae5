package io.kubehop.kubeproxy.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.Cidr;
import io.kubehop.kubeproxy.Conformance;
import io.kubehop.kubeproxy.Dump;
import io.kubehop.kubeproxy.ProxiedCluster;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.KubeProxyConfiguration;
import io.kubehop.service.config.ClusterConfig;
import io.kubehop.service.config.PortRange;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.load.ManifestLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whole rule dumps against those of the real kube-proxy. */
public class GoldenRulesTest {
  @TestFactory
  Stream<DynamicTest> rulesAreThoseOfKubeProxy() {
    List<Path> dumps = Conformance.files("kubeproxy/golden/iptables", ".iptables-save.txt");
    assertThat(dumps).isNotEmpty();
    return dumps.stream()
        .map(dump -> DynamicTest.dynamicTest(dump.getFileName().toString(), () -> compare(dump)));
  }

  private static void compare(Path dump) {
    Path scenario = Path.of(dump.toString().replace(".iptables-save.txt", ".yaml"));
    Dump written = cluster(scenario).dump("test-node").ofKubernetes();
    Dump expected = Dump.of(Conformance.read(dump)).ofKubernetes();

    assertThat(written.chains()).containsExactlyInAnyOrderEntriesOf(expected.chains());
  }

  @Test
  void aThousandEndpointsStillHaveComments() {
    Path scenario = Conformance.files("kubeproxy/golden/iptables/large-cluster-below.yaml").get(0);
    Dump written = cluster(scenario).dump("test-node");

    assertThat(written.rules("nat KUBE-SEP-DKGQUZGBKLTPAR56"))
        .contains(
            "-p tcp -m comment --comment \"ns1/svc1:p80\" -m tcp -j DNAT --to-destination"
                + " 10.0.0.0:80");
    List<String> translations =
        written.chains().values().stream()
            .flatMap(List::stream)
            .filter(rule -> rule.contains("-j DNAT"))
            .toList();
    assertThat(translations).hasSize(998).allMatch(rule -> rule.contains("--comment"));
  }

  /** The cluster of a scenario, as far as golden scenarios say anything. */
  public static ProxiedCluster cluster(Path scenario) {
    return cluster(scenario, KubeProxyConfiguration.EMPTY);
  }

  /** The same with settings laid over those of the scenario. */
  public static ProxiedCluster cluster(Path scenario, KubeProxyConfiguration override) {
    Map<?, ?> root =
        (Map<?, ?>)
            new ManifestLoader()
                .addText(scenario.toString(), Conformance.read(scenario))
                .load()
                .scenarios()
                .get(0)
                .root()
                .plain();
    Map<?, ?> cluster = (Map<?, ?>) root.get("cluster");
    ManifestLoader objects = new ManifestLoader();
    list(root, "objects").forEach(objects::addObject);
    list(cluster, "nodes").forEach(node -> objects.addObject(node((Map<?, ?>) node)));
    List<KubeObject> all = objects.load().objects().stream().map(LoadedObject::object).toList();
    ClusterConfig config =
        ClusterConfig.DEFAULT
            .withServiceCIDRs(cidrs(cluster, "serviceCIDRs"))
            .withPodCIDRs(cidrs(cluster, "podCIDRs"))
            .withNodePortRange(PortRange.parse((String) cluster.get("nodePortRange")));
    return new ProxiedCluster(config, override.over(configuration(all)), all);
  }

  private static KubeProxyConfiguration configuration(List<KubeObject> objects) {
    return objects.stream()
        .filter(KubeProxyConfiguration.class::isInstance)
        .map(KubeProxyConfiguration.class::cast)
        .findFirst()
        .orElse(KubeProxyConfiguration.EMPTY);
  }

  private static Map<String, Object> node(Map<?, ?> entry) {
    List<Map<String, Object>> addresses =
        list(entry, "addresses").stream()
            .map(address -> map("type", "InternalIP", "address", address))
            .toList();
    return map(
        "apiVersion", "v1",
        "kind", "Node",
        "metadata", map("name", entry.get("name")),
        "spec", map("podCIDRs", list(entry, "podCIDRs")),
        "status", map("addresses", addresses));
  }

  private static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  private static List<?> list(Map<?, ?> map, String key) {
    Object value = map.get(key);
    return value == null ? List.of() : (List<?>) value;
  }

  private static List<Cidr> cidrs(Map<?, ?> map, String key) {
    return list(map, key).stream().map(text -> Cidr.parse((String) text)).toList();
  }
}
