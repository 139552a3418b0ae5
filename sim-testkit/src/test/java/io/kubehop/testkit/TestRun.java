package io.kubehop.testkit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A run of a user's test class, as JUnit sees it. */
final class TestRun implements TestExecutionListener {
  /** Why a class is left out where it is found by itself. */
  static final String ONLY = "run by other tests, since it fails";

  private static boolean running;

  final List<String> passed = new ArrayList<>();
  final Map<String, Throwable> failed = new LinkedHashMap<>();

  final StringBuilder report = new StringBuilder();

  /** Runs a test class with configuration parameters, name and value by turns. */
  static TestRun of(Class<?> test, String... parameters) {
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(test));
    request.configurationParameter(
        "junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition");
    request.configurationParameter("jqwik.reporting.usejunitplatform", "true");
    request.configurationParameter("jqwik.database", "target/jqwik-of-others");
    for (int i = 0; i < parameters.length; i += 2) {
      request.configurationParameter(parameters[i], parameters[i + 1]);
    }
    TestRun run = new TestRun();
    LauncherDiscoveryRequest built = request.build();
    running = true;
    try {
      LauncherFactory.create().execute(built, run);
    } finally {
      running = false;
    }
    return run;
  }

  /** Whether a test is run by another one, so that it may fail. */
  static boolean isRunning() {
    return running;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getStatus() != Status.SUCCESSFUL) {
      failed.put(test.getDisplayName(), result.getThrowable().orElseThrow());
    } else if (test.isTest()) {
      passed.add(test.getDisplayName());
    }
  }

  @Override
  public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
    entry.getKeyValuePairs().values().forEach(value -> report.append(value).append('\n'));
  }

  /** The only failure. */
  Throwable failure() {
    if (failed.size() != 1) {
      throw new AssertionError("passed " + passed + ", failed " + failed);
    }
    return failed.values().iterator().next();
  }
}
