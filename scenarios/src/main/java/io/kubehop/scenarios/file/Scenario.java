package io.kubehop.scenarios.file;

import io.kubehop.service.load.LoadedObject;
import java.util.List;

/**
 * A scenario, decoded and checked.
 *
 * @param file the file as the user named it
 * @param name its name
 * @param description what it shows; empty where it does not say
 * @param cluster the cluster it runs in
 * @param objects the objects that are there at the start
 * @param steps what happens, in order
 */
public record Scenario(
    String file,
    String name,
    String description,
    ClusterSpec cluster,
    List<LoadedObject> objects,
    List<Step> steps) {

  /** Copies the lists. */
  public Scenario {
    objects = List.copyOf(objects);
    steps = List.copyOf(steps);
  }

  /** The objects that steps apply. */
  public List<LoadedObject> appliedLater() {
    return steps.stream()
        .filter(Step.Apply.class::isInstance)
        .flatMap(step -> ((Step.Apply) step).objects().stream())
        .toList();
  }

  /** The same in another cluster. */
  public Scenario withCluster(ClusterSpec other) {
    return new Scenario(file, name, description, other, objects, steps);
  }
}
