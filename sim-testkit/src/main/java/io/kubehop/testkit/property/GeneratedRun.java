package io.kubehop.testkit.property;

import io.kubehop.scenarios.ClusterSimulation;
import java.util.List;
import java.util.function.Consumer;

/**
 * A cluster and what happens to it, one after another.
 *
 * @param cluster the cluster
 * @param changes what happens
 */
public record GeneratedRun(GeneratedCluster cluster, List<GeneratedChange> changes) {

  /** Copies the list. */
  public GeneratedRun {
    changes = List.copyOf(changes);
  }

  /** Starts the cluster, and looks at it at the start and after each change. */
  public void play(Consumer<ClusterSimulation> look) {
    ClusterSimulation simulation = cluster.start();
    look.accept(simulation);
    for (GeneratedChange change : changes) {
      change.in(cluster, simulation);
      look.accept(simulation);
    }
  }

  /** The manifests, and below them what happens. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(cluster.yaml());
    changes.forEach(each -> text.append("# then ").append(each.text(cluster)).append('\n'));
    return text.toString();
  }
}
