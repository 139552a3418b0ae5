package io.kubehop.ingress;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
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
  private static final Cidr DOCUMENTATION_V4 = Cidr.parse("203.0.113.254/32");
  private static final Cidr DOCUMENTATION_V6 = Cidr.parse("2001:db8:ffff::fe/128");

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
        node.stream().flatMap(n -> n.spec().podCIDRs().stream()).map(Cidr::parse).toList();
    declared.forEach(this::take);
  }

  private void take(KubeObject object) {
    if (object instanceof Pod pod) {
      taken.addAll(pod.status().podIPs());
    } else if (object instanceof EndpointSlice slice) {
      slice.endpoints().stream().map(Endpoint::addresses).forEach(taken::addAll);
    } else if (object instanceof Service service) {
      service.status().loadBalancer().forEach(point -> taken.add(point.ip()));
    }
  }

  /** The node; empty if there is none yet, so that the scheduler has to choose. */
  String node() {
    return node.map(n -> n.metadata().name()).orElse("");
  }

  /** One address of each range of the node. */
  List<String> takeForPod() {
    List<String> addresses = new ArrayList<>();
    for (Cidr range : ranges) {
      last(range, 1).ifPresent(addresses::add);
    }
    return addresses;
  }

  /**
   * An address for a balancer; absent if none is left. Where there are no balancers it is one for
   * documentation (RFC 5737, TEST-NET-3; RFC 3849): what is built in has to be within reach.
   */
  Optional<String> takeForBalancer() {
    Cidr range =
        config
            .loadBalancer()
            .flatMap(balancer -> balancer.pool().stream().findFirst())
            .orElse(config.primaryFamily() == IpFamily.IPV4 ? DOCUMENTATION_V4 : DOCUMENTATION_V6);
    return last(range, 0);
  }

  /** The first free address of the balancers' pool, else one as {@link #takeForBalancer} has it. */
  Optional<String> takeFirstForBalancer() {
    for (Cidr range : config.loadBalancer().map(each -> each.pool()).orElse(List.of())) {
      IpAddress candidate = range.address();
      while (range.contains(candidate) && taken.contains(candidate.toString())) {
        candidate = candidate.plus(1);
      }
      if (range.contains(candidate)) {
        taken.add(candidate.toString());
        return Optional.of(candidate.toString());
      }
    }
    return takeForBalancer();
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
