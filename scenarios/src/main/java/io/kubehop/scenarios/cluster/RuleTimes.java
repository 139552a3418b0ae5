package io.kubehop.scenarios.cluster;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.apiserver.WatchEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Until when each node sent connections to endpoints that EndpointSlices no longer call ready: to
 * the next time that its proxy wrote rules. An observation, on which nothing that happens depends.
 */
final class RuleTimes {
  private final Simulation simulation;
  private final TreeSet<IpAddress> unready = new TreeSet<>();
  private final Map<Rule, TreeSet<Long>> withdrawn = new TreeMap<>();
  private final TreeSet<Rule> gone = new TreeSet<>();

  RuleTimes(Simulation simulation, ControlPlane controlPlane) {
    this.simulation = simulation;
    controlPlane.watch(EndpointSlice.class, this::onSlice);
  }

  private record Rule(String node, IpAddress endpoint) implements Comparable<Rule> {
    @Override
    public int compareTo(Rule other) {
      int byNode = node.compareTo(other.node);
      return byNode != 0 ? byNode : endpoint.compareTo(other.endpoint);
    }
  }

  private void onSlice(WatchEvent<EndpointSlice> event) {
    event.previous().ifPresent(slice -> slice.endpoints().forEach(this::away));
    event.object().endpoints().forEach(event.isDeleted() ? this::away : this::note);
  }

  private void note(Endpoint endpoint) {
    if (endpoint.conditions().isReady()) {
      endpoint.addresses().stream()
          .filter(IpAddress::isAddress)
          .forEach(address -> unready.remove(IpAddress.parse(address)));
    } else {
      away(endpoint);
    }
  }

  private void away(Endpoint endpoint) {
    endpoint.addresses().stream()
        .filter(IpAddress::isAddress)
        .forEach(address -> unready.add(IpAddress.parse(address)));
  }

  /** The proxy of a node has written rules. */
  void onSync(String node) {
    gone.removeIf(rule -> rule.node.equals(node) && !unready.contains(rule.endpoint));
    for (IpAddress address : unready) {
      Rule rule = new Rule(node, address);
      if (gone.add(rule)) {
        withdrawn.computeIfAbsent(rule, each -> new TreeSet<>()).add(simulation.now());
      }
    }
  }

  /** When a node took an endpoint out of its rules, at a time or after it. */
  Optional<Duration> withdrawn(String node, IpAddress endpoint, Duration from) {
    TreeSet<Long> times = withdrawn.getOrDefault(new Rule(node, endpoint), new TreeSet<>());
    return Optional.ofNullable(times.ceiling(from.toNanos())).map(Duration::ofNanos);
  }
}
