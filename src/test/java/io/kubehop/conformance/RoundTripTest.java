package io.kubehop.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.Checkout;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.file.ScenarioReader;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.load.ManifestLoader;
import io.kubehop.service.source.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What {@code kubehop get -o yaml} prints is a manifest: given to a fresh cluster it is accepted,
 * and the cluster holds the very same objects again.
 */
class RoundTripTest {
  private static final Path LIBRARY = Checkout.root().resolve("scenarios/library");

  @TestFactory
  Stream<DynamicTest> what_get_prints_is_accepted_and_unchanged() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> library = Files.list(LIBRARY)) {
      library.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(files::add);
    }
    Bank.files(".yaml")
        .forEach(
            (name, file) -> {
              if (name.startsWith("manifests/") || name.matches("service/(api|e2e)/.*")) {
                files.add(file);
              }
            });
    return files.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getParent().getFileName() + "/" + file.getFileName(),
                    () -> check(file.toString())));
  }

  private static void check(String file) {
    for (Scenario scenario : ScenarioReader.find(file)) {
      String printed = printed(scenario, scenario.objects());

      assertThat(printed(withoutShortNodes(scenario), read(printed))).isEqualTo(printed);
    }
  }

  private static List<LoadedObject> read(String yaml) {
    return new ManifestLoader().addText("get -o yaml", yaml).load().objects();
  }

  private static String printed(Scenario scenario, List<LoadedObject> objects) {
    Scenario start = new Scenario("", scenario.name(), "", scenario.cluster(), objects, List.of());
    try {
      return ClusterSimulation.of(start).get("").yaml();
    } catch (InvalidInputException invalid) {
      throw new AssertionError(String.join("\n", invalid.lines()), invalid);
    }
  }

  /** The printed nodes are whole objects. */
  private static Scenario withoutShortNodes(Scenario scenario) {
    ClusterSpec given = scenario.cluster();
    return scenario.withCluster(
        new ClusterSpec(
            given.config(),
            given.proxyMode(),
            given.forcedMode(),
            List.of(),
            given.rules(),
            given.upstreamDNS(),
            given.cni(),
            given.seed()));
  }
}
