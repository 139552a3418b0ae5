package io.kubehop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.net.IpFamily;
import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.file.ManifestInputs;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.service.load.ManifestLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What {@code kubehop rules --mode ipvs} prints, against kube-proxy's own expectations. */
class IpvsGoldenTest {
  private static final String FOLDER = "kubeproxy/golden/ipvs/";
  private static final Pattern TARGET = Pattern.compile(" -[jg] (\\S+)");
  private static final Pattern SET = Pattern.compile("--match-set (\\S+)");
  private static final Pattern SOURCE = Pattern.compile("^-A \\S+ -s (\\S+)");

  @TestFactory
  Stream<DynamicTest> virtual_servers_sets_and_jumps_are_those_of_kube_proxy() {
    return Bank.files(".ipvsadm-save.txt").entrySet().stream()
        .filter(file -> file.getKey().startsWith(FOLDER))
        .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> compare(file.getValue())));
  }

  private static void compare(Path servers) throws IOException {
    String base = servers.toString().replace(".ipvsadm-save.txt", "");
    String[] texts = rules(Path.of(base + ".yaml")).split("# ip.*\n", -1);
    Map<?, ?> expected = json(Path.of(base + ".json"));

    assertThat(texts[1].lines()).containsExactlyInAnyOrderElementsOf(Files.readAllLines(servers));
    map(expected, "ipsets")
        .forEach(
            (set, elements) ->
                assertThat(elements(texts[2], set)).hasSameElementsAs(list(elements)));
    map(expected, "chains")
        .forEach(
            (chain, jumps) -> assertThat(jumps(texts[0], chain)).hasSameElementsAs(list(jumps)));
  }

  private static String rules(Path file) {
    Scenario scenario = new ManifestInputs().add(file.toString()).load();
    return ClusterSimulation.of(
            scenario.withCluster(scenario.cluster().withForcedMode(ProxyMode.IPVS)))
        .rules("test-node", IpFamily.IPV4);
  }

  /** JSON is YAML. */
  private static Map<?, ?> json(Path file) throws IOException {
    String text = "apiVersion: kubehop/v1\nkind: Scenario\nspec: " + Files.readString(file);
    return (Map<?, ?>)
        ((Map<?, ?>)
                new ManifestLoader()
                    .addText(file.toString(), text)
                    .load()
                    .scenarios()
                    .get(0)
                    .root()
                    .plain())
            .get("spec");
  }

  private static Map<?, ?> map(Map<?, ?> of, String key) {
    Object found = of.get(key);
    return found == null ? Map.of() : (Map<?, ?>) found;
  }

  private static List<String> list(Object of) {
    return ((List<?>) of).stream().map(IpvsGoldenTest::shown).toList();
  }

  private static String shown(Object each) {
    return each instanceof Map<?, ?> jump
        ? jump.get("jump") + " " + jump.get("set") + " " + jump.get("source")
        : String.valueOf(each);
  }

  private static List<String> elements(String sets, Object name) {
    String prefix = "add " + name + " ";
    return sets.lines()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  /** The rules of a chain in all tables: what they lead to, and what they ask. */
  private static List<String> jumps(String rules, Object chain) {
    List<String> jumps = new ArrayList<>();
    rules
        .lines()
        .filter(line -> line.startsWith("-A " + chain + " "))
        .forEach(
            line ->
                jumps.add(find(TARGET, line) + " " + find(SET, line) + " " + find(SOURCE, line)));
    return jumps;
  }

  private static String find(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.find() ? matcher.group(1) : "null";
  }
}
