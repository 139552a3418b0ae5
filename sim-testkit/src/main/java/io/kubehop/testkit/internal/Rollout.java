package io.kubehop.testkit.internal;

import io.kubehop.core.app.Outcome;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.file.ConnectionExpectation;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.file.Step;
import io.kubehop.scenarios.replay.ScenarioResult;
import io.kubehop.scenarios.replay.ScenarioRun;
import io.kubehop.scenarios.replay.StepResult;
import io.kubehop.service.load.LoadedObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Connections while objects are replaced. */
public final class Rollout {
  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final Duration BEFORE = Duration.ofSeconds(1);
  private static final Duration AFTER = Duration.ofMinutes(1);

  /** Long enough for any cluster to have settled. */
  private static final Duration CHANGE = Duration.ofMinutes(10);

  private Rollout() {}

  /** Fails with the first connection that is lost. */
  public static void check(Scenario cluster, List<LoadedObject> change, String from, String to) {
    List<Step> steps = new ArrayList<>();
    Request request = Request.of(from, to);
    Duration end = CHANGE.plus(AFTER);
    for (Duration at = CHANGE.minus(BEFORE); at.compareTo(end) <= 0; at = at.plus(INTERVAL)) {
      if (at.equals(CHANGE)) {
        steps.add(new Step.Apply(header("change", at), change));
      }
      steps.add(new Step.Send(header("send", at), request, delivered()));
    }
    Scenario scenario =
        new Scenario(cluster.file(), "rollout", "", cluster.cluster(), cluster.objects(), steps);
    ScenarioResult result = ScenarioRun.run(scenario);
    List<StepResult> lost = result.steps().stream().filter(step -> !step.passed()).toList();
    if (!lost.isEmpty()) {
      throw new AssertionError(text(request, lost, result));
    }
  }

  private static Step.Header header(String name, Duration at) {
    return new Step.Header("steps[]", name, Optional.of(at), List.of());
  }

  private static ConnectionExpectation delivered() {
    return new ConnectionExpectation(
        Optional.of(List.of(Outcome.DELIVERED)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new ConnectionExpectation.Http(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>()));
  }

  private static String text(Request request, List<StepResult> lost, ScenarioResult result) {
    StepResult first = lost.get(0);
    return "Expecting no loss from "
        + request
        + " during the change,\nbut "
        + lost.size()
        + " of "
        + (result.steps().size() - 1)
        + " connections fail, the first "
        + first.time().minus(CHANGE).toMillis()
        + " ms after the change: "
        + String.join("; ", first.failures())
        + "\n\n"
        + first.found().connection().map(Connection::toString).orElse("")
        + "\n\nSeed     "
        + result.seed();
  }
}
