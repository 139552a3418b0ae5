package io.kubehop.scenarios.compare;

import io.kubehop.kubeproxy.config.ProxyMode;
import io.kubehop.scenarios.cluster.Cluster;
import io.kubehop.scenarios.file.ClusterSpec;
import io.kubehop.scenarios.file.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tries every meaningful connection in several modes: every address of every Service port, from
 * clients of every kind on every node. Nothing is left behind by a trial, so that their order does
 * not matter. What was captured on nodes is left aside.
 */
public final class ModeComparison {
  /** Longer than load balancers usually take, which settling does not wait for. */
  private static final Duration PROVISIONING = Duration.ofMinutes(1);

  private ModeComparison() {}

  /**
   * Compares modes with iptables mode.
   *
   * @throws io.kubehop.service.source.InvalidInputException if the objects are not accepted
   * @throws io.kubehop.scenarios.cluster.NotPossibleException if a trial cannot be made
   */
  public static ModeReport of(Scenario scenario, List<ProxyMode> modes) {
    Cluster reference = start(scenario, ProxyMode.IPTABLES);
    List<Trial> trials = Trials.of(reference);
    List<Sight> expected = sights(reference, trials);
    Map<ProxyMode, List<Difference>> differences = new LinkedHashMap<>();
    for (ProxyMode mode : modes) {
      if (mode != ProxyMode.IPTABLES) {
        List<Sight> found = sights(start(scenario, mode), trials);
        differences.put(mode, differences(trials, mode, expected, found));
      }
    }
    return new ModeReport(trials.size(), differences);
  }

  private static Cluster start(Scenario scenario, ProxyMode mode) {
    ClusterSpec spec = scenario.cluster();
    for (String node : spec.nodes().stream().map(entry -> entry.name()).toList()) {
      spec = spec.withoutCaptures(node);
    }
    Cluster cluster = Cluster.start(scenario.withCluster(spec.withForcedMode(mode)));
    cluster.settle();
    cluster.runUntil(cluster.now().plus(PROVISIONING));
    cluster.settle();
    return cluster;
  }

  private static List<Sight> sights(Cluster cluster, List<Trial> trials) {
    return trials.stream().map(trial -> Sight.of(cluster.explore(trial.request()))).toList();
  }

  private static List<Difference> differences(
      List<Trial> trials, ProxyMode mode, List<Sight> expected, List<Sight> found) {
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < trials.size(); i++) {
      if (!expected.get(i).equals(found.get(i))) {
        differences.add(Difference.of(trials.get(i), mode, expected.get(i), found.get(i)));
      }
    }
    return differences;
  }
}
