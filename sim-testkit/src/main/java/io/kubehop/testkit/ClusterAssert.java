package io.kubehop.testkit;

import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.check.ProbeResult;
import io.kubehop.scenarios.report.CheckText;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Assertions about everything that a cluster offers. */
public class ClusterAssert extends AbstractAssert<ClusterAssert, ClusterSimulation> {

  /** Begins assertions about a cluster. */
  public ClusterAssert(ClusterSimulation actual) {
    super(actual, ClusterAssert.class);
  }

  /**
   * Holds if every port of every Service and every rule of every Ingress can be reached from where
   * its clients are. A minute of virtual time passes first, for load balancers to be provisioned.
   */
  public ClusterAssert isReachable() {
    isNotNull();
    List<ProbeResult> results = actual.check();
    if (results.stream().anyMatch(ProbeResult::isBad)) {
      failWithMessage(
          "%s",
          "Expecting everything that the cluster offers to be reachable, but:\n\n"
              + CheckText.of(results)
              + "\nSeed     "
              + actual.seed()
              + "; the same run again: "
              + SeedNote.PROPERTY
              + actual.seed());
    }
    return this;
  }

  /** Holds if nothing was given that is not modelled. */
  public ClusterAssert hasNoFindings() {
    isNotNull();
    if (!actual.findings().isEmpty()) {
      failWithMessage(
          "%s", "Expecting no findings, but:\n  " + String.join("\n  ", actual.findings()));
    }
    return this;
  }
}
