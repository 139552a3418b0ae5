package io.kubehop.scenarios.report;

import io.kubehop.dns.resolver.NameCost;
import io.kubehop.scenarios.replay.LookupCosts;
import io.kubehop.scenarios.replay.ScenarioResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What names cost, for programs. */
final class NameJson {
  private NameJson() {}

  /** Of one connection: under {@code dns}, with the names that were asked for. */
  static Map<String, @Nullable Object> of(NameCost cost) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("name", cost.name());
    object.put("queries", cost.queries());
    addTo(object, cost);
    return object;
  }

  /** Adds {@code questions}, {@code inVain} and, where there is one, {@code hint}. */
  static void addTo(Map<String, @Nullable Object> object, NameCost cost) {
    object.put("questions", cost.questions());
    object.put("inVain", cost.inVain());
    cost.hint().ifPresent(hint -> object.put("hint", hint));
  }

  /** Of a whole scenario; absent where nobody asked for a name. */
  static Optional<Map<String, @Nullable Object>> of(ScenarioResult result) {
    LookupCosts costs = LookupCosts.of(result);
    if (costs.lookUps() == 0) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("lookUps", costs.lookUps());
    object.put("questions", costs.questions());
    object.put("inVain", costs.inVain());
    object.put("hints", List.copyOf(costs.hints()));
    return Optional.of(object);
  }
}
