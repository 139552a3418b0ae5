package io.kubehop.testkit;

import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.replay.ScenarioResult;
import io.kubehop.scenarios.replay.ScenarioRun;
import io.kubehop.scenarios.report.ReplayText;
import io.kubehop.service.source.InvalidInputException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One scenario as one test. */
final class ScenarioInvocation implements TestTemplateInvocationContext {
  private final String name;
  private final String again;
  private final Supplier<ScenarioResult> run;

  private ScenarioInvocation(String name, String again, Supplier<ScenarioResult> run) {
    this.name = name;
    this.again = again;
    this.run = run;
  }

  static ScenarioInvocation of(Scenario scenario, Optional<ProxyMode> mode, Optional<Long> seed) {
    Scenario told = scenario.withCluster(ScenarioTestExtension.cluster(scenario, mode, seed));
    String inMode = mode.map(each -> " in mode " + each).orElse("");
    String again =
        "Seed     "
            + told.cluster().seed()
            + "; the same run again: "
            + SeedNote.PROPERTY
            + told.cluster().seed()
            + "\nScenario "
            + scenario.file();
    String name = scenario.name() + inMode + " (" + scenario.file() + ")";
    return new ScenarioInvocation(name, again, () -> run(told));
  }

  private static ScenarioResult run(Scenario scenario) {
    try {
      return ScenarioRun.run(scenario);
    } catch (InvalidInputException refused) {
      return ScenarioResult.unloadable(scenario.file(), refused.lines());
    }
  }

  static ScenarioInvocation unloadable(String file, InvalidInputException invalid) {
    return new ScenarioInvocation(file, "", () -> ScenarioResult.unloadable(file, invalid.lines()));
  }

  @Override
  public String getDisplayName(int invocationIndex) {
    return name;
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    return List.of(new Replay());
  }

  /** Replays before the body of the method, which may look at what came of it. */
  private final class Replay implements BeforeTestExecutionCallback, ParameterResolver {
    private static final String KEY = "result";

    @Override
    public void beforeTestExecution(ExtensionContext context) {
      ScenarioResult result = result(context);
      if (!result.passed()) {
        String errors = result.isLoaded() ? "" : String.join("\n", result.errors()) + "\n";
        throw new AssertionError(errors + ReplayText.of(List.of(result)) + "\n" + again);
      }
    }

    private ScenarioResult result(ExtensionContext context) {
      ExtensionContext.Store store =
          context.getStore(Namespace.create(ScenarioInvocation.class, context.getUniqueId()));
      ScenarioResult known = store.get(KEY, ScenarioResult.class);
      ScenarioResult result = known == null ? run.get() : known;
      store.put(KEY, result);
      return result;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == ScenarioResult.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return result(context);
    }
  }
}
