package io.kubehop.scenarios.replay;

import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.scenarios.cluster.Cluster;
import io.kubehop.scenarios.cluster.NotPossibleException;
import io.kubehop.scenarios.cluster.TraceDepth;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.explain.Explainer;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.file.Step;
import io.kubehop.scenarios.load.Traffic;
import io.kubehop.scenarios.load.TrafficReport;
import io.kubehop.scenarios.replay.StepResult.Found;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.service.source.SourceNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run of a scenario, step by step. */
public final class ScenarioRun {
  private final Cluster cluster;
  private final List<String> failures = new ArrayList<>();
  private final Map<Step, Traffic> loads = new LinkedHashMap<>();

  private ScenarioRun(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Runs a scenario from start to end. A step that fails does not stop the others.
   *
   * @throws InvalidInputException if the objects of the start are not accepted
   */
  public static ScenarioResult run(Scenario scenario) {
    Cluster cluster = Cluster.start(scenario);
    if (scenario.steps().stream().anyMatch(ScenarioRun::asksForName)) {
      cluster.prepareDns();
    }
    ScenarioRun run = new ScenarioRun(cluster);
    List<StepResult> results = new ArrayList<>();
    scenario.steps().forEach(step -> results.add(run.run(step)));
    results.replaceAll(run::finished);
    return new ScenarioResult(
        scenario.file(),
        scenario.name(),
        scenario.cluster().seed(),
        cluster.findings(),
        List.of(),
        results);
  }

  private static boolean asksForName(Step step) {
    if (step instanceof Step.Send send) {
      return send.request().asksForName();
    }
    if (step instanceof Step.Traffic traffic) {
      return Request.of(traffic.traffic().from(), traffic.traffic().to()).asksForName();
    }
    return step instanceof Step.Resolve;
  }

  private StepResult run(Step step) {
    failures.clear();
    Found found = Found.NOTHING;
    Duration time = cluster.now();
    try {
      reach(step.header());
      time = cluster.now();
      found = act(step);
      expectSuccess(step.header().error());
    } catch (NotPossibleException impossible) {
      expectError(step.header().error(), String.valueOf(impossible.getMessage()));
    } catch (InvalidInputException invalid) {
      expectError(step.header().error(), String.join("; ", invalid.lines()));
    }
    return new StepResult(step, time, failures, found);
  }

  /** The result of a step that goes on in the background is only known when that is over. */
  private StepResult finished(StepResult result) {
    Traffic traffic = loads.get(result.step());
    if (traffic == null) {
      return result;
    }
    cluster.finish(traffic);
    TrafficReport report = traffic.report();
    List<String> all = new ArrayList<>(result.failures());
    all.addAll(TrafficCheck.failures(((Step.Traffic) result.step()).expect(), report));
    return new StepResult(result.step(), result.time(), all, Found.of(report));
  }

  private void reach(Step.Header header) {
    if (header.at().isPresent()) {
      cluster.runUntil(header.at().get());
    } else {
      cluster.settle();
    }
  }

  private void expectSuccess(List<String> error) {
    if (!error.isEmpty()) {
      failures.add("error: expected " + quoted(error) + " but the step succeeded");
    }
  }

  private void expectError(List<String> expected, String message) {
    if (expected.isEmpty()) {
      failures.add(message);
    } else if (!expected.stream().allMatch(message::contains)) {
      failures.add("error: expected " + quoted(expected) + " but was \"" + message + "\"");
    }
  }

  private static String quoted(List<String> parts) {
    return "\"" + String.join("\" and \"", parts) + "\"";
  }

  private Found act(Step step) {
    return switch (step.action()) {
      case SEND -> send((Step.Send) step);
      case GET -> get((Step.Get) step);
      case APPLY -> done(() -> cluster.apply(((Step.Apply) step).objects()));
      case DELETE -> done(() -> ((Step.Delete) step).keys().forEach(cluster::delete));
      case READY ->
          done(() -> cluster.setReady(((Step.Ready) step).pod(), ((Step.Ready) step).value()));
      case WAIT -> done(() -> cluster.runUntil(cluster.now().plus(((Step.Wait) step).duration())));
      case FAIL -> done(() -> cluster.fail(((Step.Fail) step).part()));
      case RECOVER -> done(() -> cluster.recover(((Step.Recover) step).part()));
      case RESOLVE -> resolve((Step.Resolve) step);
      case TRAFFIC -> done(() -> loads.put(step, cluster.load(((Step.Traffic) step).traffic())));
    };
  }

  private static Found done(Runnable action) {
    action.run();
    return Found.NOTHING;
  }

  private Found send(Step.Send step) {
    Connection connection = cluster.send(step.request(), TraceDepth.NORMAL);
    failures.addAll(ConnectionCheck.failures(step.expect(), connection));
    // Told at once, while the objects are as they were.
    return Found.of(failures.isEmpty() ? connection : new Explainer(cluster).tell(connection));
  }

  private Found resolve(Step.Resolve step) {
    LookupResult result = cluster.lookUp(step.from(), step.name(), step.type(), step.libc());
    failures.addAll(LookupCheck.failures(step.expect(), result));
    return Found.of(result);
  }

  private Found get(Step.Get step) {
    KubeObject object = cluster.find(step.key());
    SourceNode tree = cluster.tree(object);
    failures.addAll(ObjectCheck.failures(step.expect(), tree, () -> cluster.slicesOf(step.key())));
    return Found.of(tree);
  }
}
