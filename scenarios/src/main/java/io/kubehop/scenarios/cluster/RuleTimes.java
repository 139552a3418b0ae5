package io.kubehop.scenarios.cluster;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Simulation;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointConditions;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.apiserver.WatchEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Until when each node sent connections to endpoints that EndpointSlices no longer offer: to the
 * next time that its proxy wrote rules. An observation, on which nothing that happens depends.
 */
final class RuleTimes {
  private final Simulation simulation;
  private final Map<String, Map<String, List<Endpoint>>> slices = new TreeMap<>();
  private final TreeSet<IpAddress> unusable = new TreeSet<>();
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
    String service = event.object().metadata().namespace() + "/" + event.object().serviceName();
    Map<String, List<Endpoint>> known = slices.computeIfAbsent(service, key -> new TreeMap<>());
    List<Endpoint> before = known.values().stream().flatMap(List::stream).toList();
    if (event.isDeleted()) {
      known.remove(event.key().name());
    } else {
      known.put(event.key().name(), event.object().endpoints());
    }
    before.forEach(endpoint -> addresses(endpoint).forEach(unusable::add));
    List<Endpoint> now = known.values().stream().flatMap(List::stream).toList();
    boolean anyReady = now.stream().anyMatch(endpoint -> endpoint.conditions().isReady());
    for (Endpoint endpoint : now) {
      if (isUsed(endpoint.conditions(), anyReady)) {
        addresses(endpoint).forEach(unusable::remove);
      } else {
        addresses(endpoint).forEach(unusable::add);
      }
    }
  }

  /** Endpoints on their way out are used while there are no others (KEP-1669). */
  private static boolean isUsed(EndpointConditions conditions, boolean anyReady) {
    return anyReady ? conditions.isReady() : conditions.isServing() && conditions.isTerminating();
  }

  private static Stream<IpAddress> addresses(Endpoint endpoint) {
    return endpoint.addresses().stream().filter(IpAddress::isAddress).map(IpAddress::parse);
  }

  /** The proxy of a node has written rules. */
  void onSync(String node) {
    gone.removeIf(rule -> rule.node.equals(node) && !unusable.contains(rule.endpoint));
    for (IpAddress address : unusable) {
      Rule rule = new Rule(node, address);
      if (gone.add(rule)) {
        withdrawn.computeIfAbsent(rule, each -> new TreeSet<>()).add(simulation.now());
      }
    }
  }

  /**
   * When a node took an endpoint out of its rules, at a time or after it.
   *
   * @param node the node; empty: the last of them all
   */
  Optional<Duration> withdrawn(String node, IpAddress endpoint, Duration from) {
    return withdrawn.entrySet().stream()
        .filter(entry -> node.isEmpty() || entry.getKey().node.equals(node))
        .filter(entry -> entry.getKey().endpoint.equals(endpoint))
        .flatMap(entry -> Stream.ofNullable(entry.getValue().ceiling(from.toNanos())))
        .max(Comparator.naturalOrder())
        .map(Duration::ofNanos);
  }
}
