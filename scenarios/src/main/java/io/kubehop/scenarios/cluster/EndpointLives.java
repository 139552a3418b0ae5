package io.kubehop.scenarios.cluster;

import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.Pod;
import io.kubehop.service.controller.kubelet.PodRuntime;
import io.kubehop.service.node.ClusterNetwork;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far the life is of each endpoint that a Pod has or had. An observation, on which nothing that
 * happens depends.
 */
final class EndpointLives implements PodRuntime {
  private static final String RUNS = "";

  private final ClusterNetwork network;
  private final Map<IpAddress, Life> lives = new TreeMap<>();

  EndpointLives(ClusterNetwork network) {
    this.network = network;
  }

  /**
   * A life.
   *
   * @param pod the Pod that has the address, or had it last
   * @param fate what became of it; empty while it runs
   */
  private record Life(Pod pod, String fate) {}

  @Override
  public void started(Pod pod) {
    note(pod, RUNS);
  }

  @Override
  public void stopping(Pod pod) {
    note(pod, "had closed its port");
  }

  @Override
  public void crashed(Pod pod) {
    note(pod, "had failed");
  }

  @Override
  public void restarted(Pod pod) {
    note(pod, RUNS);
  }

  @Override
  public void ended(Pod pod) {
    note(pod, "had ended");
  }

  private void note(Pod pod, String fate) {
    if (!pod.spec().hostNetwork()) {
      for (String ip : pod.status().podIPs()) {
        IpAddress address = IpAddress.parse(ip);
        lives.put(address, new Life(pod, fate));
      }
    }
  }

  /** What became of an endpoint, in words; empty if it runs, or if nothing is known of it. */
  Optional<String> fate(IpAddress endpoint) {
    Life life = lives.get(endpoint);
    if (life == null) {
      return Optional.empty();
    }
    String name = "endpoint " + endpoint + " (" + life.pod.key().namespacedName() + ")";
    String node = life.pod.spec().nodeName();
    boolean isDown = network.node(node).filter(machine -> machine.host().isDown()).isPresent();
    if (isDown) {
      return Optional.of(name + " was on " + node + ", which had failed");
    }
    return life.fate.equals(RUNS) ? Optional.empty() : Optional.of(name + " " + life.fate);
  }
}
