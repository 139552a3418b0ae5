package io.kubehop.ingress;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.Pod;
import io.kubehop.service.config.ClusterConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The last free addresses of the first node, and of the load balancers. */
final class FarEnd {
  private final Optional<Node> node;
  private final List<Cidr> ranges;
  private final ClusterConfig config;
  private final Set<String> taken = new LinkedHashSet<>(); // never iterated

  FarEnd(Collection<? extends KubeObject> declared, ClusterConfig config) {
    this.config = config;
    this.node =
        declared.stream()
            .filter(Node.class::isInstance)
            .map(Node.class::cast)
            .min(Comparator.comparing(n -> n.metadata().name()));
    this.ranges =
        node.map(n -> n.spec().podCIDRs().stream().map(Cidr::parse).toList()).orElse(List.of());
    declared.forEach(this::take);
  }

  private void take(KubeObject object) {
    if (object instanceof Pod pod) {
      taken.addAll(pod.status().podIPs());
    } else if (object instanceof EndpointSlice slice) {
      slice.endpoints().stream().map(Endpoint::addresses).forEach(taken::addAll);
    }
  }

  /** The node; empty if the nodes are not known yet, so that the scheduler has to choose. */
  String node() {
    return ranges.isEmpty() ? "" : node.map(n -> n.metadata().name()).orElse("");
  }

  /** One address of each range of the node; none if the ranges are not known yet. */
  List<String> takeForPod() {
    List<String> addresses = new ArrayList<>();
    for (Cidr range : ranges) {
      last(range, 1).ifPresent(addresses::add);
    }
    return addresses;
  }

  /** An address for a balancer; absent if there are no balancers, or no address is left. */
  Optional<String> takeForBalancer() {
    return config
        .loadBalancer()
        .flatMap(balancer -> balancer.pool().stream().findFirst())
        .flatMap(range -> last(range, 0));
  }

  /** The last free address of a range, with a distance from its end. */
  private Optional<String> last(Cidr range, int distance) {
    IpAddress candidate = range.last().plus(-distance);
    while (range.contains(candidate) && taken.contains(candidate.toString())) {
      candidate = candidate.plus(-1);
    }
    if (!range.contains(candidate)) {
      return Optional.empty();
    }
    taken.add(candidate.toString());
    return Optional.of(candidate.toString());
  }
}
