package io.kubehop.service.api;

import java.util.List;
import java.util.Optional;

/**
 * A container of a {@link Pod} (core/v1 Container).
 *
 * @param name the name
 * @param image the image reference; empty where the manifest leaves it to somebody else
 * @param command the entry point; empty: that of the image
 * @param args its arguments; empty: those of the image
 * @param ports the ports it declares
 * @param restartPolicy {@code Always} makes an init container one that stays beside the others
 * @param startupProbe what has to succeed before the other probes begin
 * @param readinessProbe what decides whether it is ready; absent: running is ready
 * @param livenessProbe what decides whether it is restarted
 * @param preStop {@code lifecycle.preStop}: what runs before it is told to end
 */
public record Container(
    String name,
    String image,
    List<String> command,
    List<String> args,
    List<ContainerPort> ports,
    Optional<String> restartPolicy,
    Optional<Probe> startupProbe,
    Optional<Probe> readinessProbe,
    Optional<Probe> livenessProbe,
    Optional<LifecycleHandler> preStop) {

  /** Copies the collections. */
  public Container {
    command = List.copyOf(command);
    args = List.copyOf(args);
    ports = List.copyOf(ports);
  }

  /**
   * Returns whether it keeps running beside the other containers although it stands among those
   * that run first.
   */
  public boolean isSidecar() {
    return restartPolicy.filter("Always"::equals).isPresent();
  }

  /** Returns this container with other ports. */
  public Container withPorts(List<ContainerPort> other) {
    return new Container(
        name,
        image,
        command,
        args,
        other,
        restartPolicy,
        startupProbe,
        readinessProbe,
        livenessProbe,
        preStop);
  }
}
