package io.kubehop.testkit;

import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.file.ScenarioReader;
import io.kubehop.service.source.InputFiles;
import io.kubehop.service.source.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Makes a test of each scenario. */
final class ScenarioTestExtension implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), ScenarioTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    ScenarioTest settings =
        AnnotationSupport.findAnnotation(context.getTestMethod(), ScenarioTest.class).orElseThrow();
    List<Optional<ProxyMode>> modes = modes(settings, context);
    Optional<Long> seed = KubeHopExtension.seed(context);
    List<TestTemplateInvocationContext> tests = new ArrayList<>();
    for (String path : settings.value()) {
      boolean folder = Files.isDirectory(Path.of(path));
      for (String file : InputFiles.of(path)) {
        add(file, folder, modes, seed, tests);
      }
    }
    return tests.stream();
  }

  private static List<Optional<ProxyMode>> modes(ScenarioTest settings, ExtensionContext context) {
    Optional<String> fromOutside = context.getConfigurationParameter("kubehop.mode");
    if (fromOutside.isPresent()) {
      return List.of(fromOutside.map(ProxyMode::parse));
    }
    List<Optional<ProxyMode>> modes = new ArrayList<>();
    for (String mode : settings.modes()) {
      modes.add(Optional.of(ProxyMode.parse(mode)));
    }
    return modes.isEmpty() ? List.of(Optional.empty()) : modes;
  }

  private static void add(
      String file,
      boolean folder,
      List<Optional<ProxyMode>> modes,
      Optional<Long> seed,
      List<TestTemplateInvocationContext> tests) {
    try {
      List<Scenario> scenarios = folder ? ScenarioReader.find(file) : ScenarioReader.read(file);
      for (Scenario scenario : scenarios) {
        modes.forEach(mode -> tests.add(ScenarioInvocation.of(scenario, mode, seed)));
      }
    } catch (InvalidInputException invalid) {
      tests.add(ScenarioInvocation.unloadable(file, invalid));
    }
  }

  /** The cluster of a scenario with what is said over it. */
  static ClusterSpec cluster(Scenario scenario, Optional<ProxyMode> mode, Optional<Long> seed) {
    ClusterSpec cluster = scenario.cluster();
    if (mode.isPresent()) {
      cluster = cluster.withForcedMode(mode.get());
    }
    return seed.isPresent() ? cluster.withSeed(seed.get()) : cluster;
  }
}
