package io.kubehop.scenarios.file;

import io.kubehop.service.source.Durations;
import io.kubehop.service.source.FieldPath;
import io.kubehop.service.source.Value;
import java.time.Duration;

/** Checks that the times of steps do not fall from step to step. */
final class StepOrder {
  private StepOrder() {}

  static void check(Scenario scenario, Value root) {
    Duration latest = Duration.ZERO;
    for (Step step : scenario.steps()) {
      Duration at = step.header().at().orElse(latest);
      if (at.compareTo(latest) < 0) {
        String path = step.header().path() + ".at";
        root.problems()
            .add(
                FieldPath.position(root.node(), path),
                path,
                Durations.format(at)
                    + " is before the step above it, which runs at "
                    + Durations.format(latest));
      } else {
        latest = at;
      }
    }
  }
}
