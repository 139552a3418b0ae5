package io.kubehop.scenarios.check;

import io.kubehop.core.app.Outcome;
import io.kubehop.scenarios.cluster.Cluster;
import io.kubehop.scenarios.cluster.NotPossibleException;
import io.kubehop.scenarios.cluster.TraceDepth;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.explain.Explainer;
import io.kubehop.scenarios.trace.Explanation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries whatever a cluster offers: each port of each Service, each rule of each Ingress. */
public final class ClusterCheck {
  /** Longer than load balancers usually take, which settling does not wait for; it passes first. */
  public static final Duration PROVISIONING = Duration.ofMinutes(1);

  private final Cluster cluster;
  private final Explainer explainer;

  private ClusterCheck(Cluster cluster) {
    this.cluster = cluster;
    this.explainer = new Explainer(cluster);
  }

  /** Lets a cluster settle, and tries what it offers then. */
  public static List<ProbeResult> run(Cluster cluster) {
    if (cluster.controlPlane().services().stream().anyMatch(s -> s.spec().isExternalName())) {
      cluster.prepareDns();
    }
    cluster.settle();
    cluster.runUntil(cluster.now().plus(PROVISIONING));
    cluster.settle();
    ClusterCheck check = new ClusterCheck(cluster);
    List<ProbeResult> results = new ArrayList<>();
    Probes.of(cluster).forEach(probe -> results.add(check.result(probe)));
    return results;
  }

  private ProbeResult result(Probe probe) {
    Optional<Explanation> unserved = explainer.unserved(probe.object());
    if (unserved.isPresent()) {
      return new ProbeResult(probe, Optional.empty(), unserved, Optional.of("nobody serves it"));
    }
    try {
      Connection connection = cluster.send(probe.request(), TraceDepth.NORMAL);
      Optional<Explanation> explanation =
          connection.outcome() == Outcome.DELIVERED
              ? Optional.empty()
              : Optional.of(explainer.explain(connection));
      return new ProbeResult(probe, Optional.of(connection), explanation, Optional.empty());
    } catch (NotPossibleException impossible) {
      return new ProbeResult(
          probe,
          Optional.empty(),
          Optional.empty(),
          Optional.of(String.valueOf(impossible.getMessage())));
    }
  }
}
