package io.kubehop.scenarios.replay;

import io.kubehop.dns.resolver.NameCost;
import io.kubehop.scenarios.connection.Made;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the names of a scenario cost in questions to name servers: those of its connections and
 * those that it looks up.
 *
 * @param lookUps how many names were looked up for which somebody was asked
 * @param questions the questions that this took
 * @param inVain those for names that do not exist, in front of one that does
 * @param hints what would save them, each once
 */
public record LookupCosts(int lookUps, int questions, int inVain, Set<String> hints) {

  /** Adds the costs of all steps up. */
  public static LookupCosts of(ScenarioResult result) {
    List<NameCost> costs = new ArrayList<>();
    for (StepResult step : result.steps()) {
      step.found().lookup().map(NameCost::of).ifPresent(costs::add);
      step.found().connection().stream()
          .flatMap(connection -> connection.made().stream())
          .map(Made::resolution)
          .forEach(resolution -> resolution.map(NameCost::of).ifPresent(costs::add));
    }
    costs.removeIf(cost -> cost.queries().isEmpty());
    Set<String> hints = new LinkedHashSet<>();
    costs.forEach(cost -> cost.hint().ifPresent(hints::add));
    return new LookupCosts(
        costs.size(),
        costs.stream().mapToInt(NameCost::questions).sum(),
        costs.stream().mapToInt(NameCost::inVain).sum(),
        hints);
  }
}
