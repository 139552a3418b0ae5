package io.kubehop.kubeproxy.services;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints of one port of a Service, in order of their text, which is the order in which rules
 * name them. Two slices may list the same address; which one counts depends on the node. Immutable;
 * what all nodes ask for is worked out once.
 */
public final class PortEndpoints {
  /** No endpoint. */
  public static final PortEndpoints NONE = new PortEndpoints(List.of(), false);

  private final List<ProxyEndpoint> all;
  private final boolean hasDuplicates;
  private final List<ProxyEndpoint> ready;
  private final List<ProxyEndpoint> usable;
  private final boolean hasNodeHints;
  private final boolean hasZoneHints;
  private @Nullable ImmutableListMultimap<String, ProxyEndpoint> byNode;
  private @Nullable PortEndpoints distinct;

  /**
   * Takes endpoints in order; those with the same address stand side by side.
   *
   * @param hasDuplicates whether any address is listed twice
   */
  PortEndpoints(List<ProxyEndpoint> all, boolean hasDuplicates) {
    this.all = List.copyOf(all);
    this.hasDuplicates = hasDuplicates;
    this.ready = filter(this.all, ProxyEndpoint::ready);
    this.usable = ready.isEmpty() ? filter(this.all, ProxyEndpoint::isServingTerminating) : ready;
    this.hasNodeHints = ready.stream().noneMatch(e -> e.nodeHints().isEmpty());
    this.hasZoneHints = ready.stream().noneMatch(e -> e.zoneHints().isEmpty());
  }

  /** All of them. */
  public List<ProxyEndpoint> all() {
    return all;
  }

  /** The number of addresses. */
  int count() {
    return hasDuplicates ? seenFrom("").all.size() : all.size();
  }

  /**
   * The endpoints as a node sees them, each address once: the last one listed as local counts, else
   * the first one listed.
   */
  PortEndpoints seenFrom(String node) {
    if (!hasDuplicates) {
      return this;
    }
    if (!node.isEmpty() && !on(node).isEmpty()) {
      return new PortEndpoints(distinctFor(node), false);
    }
    if (distinct == null) {
      distinct = new PortEndpoints(distinctFor(""), false);
    }
    return distinct;
  }

  private List<ProxyEndpoint> distinctFor(String node) {
    List<ProxyEndpoint> seen = new ArrayList<>();
    for (ProxyEndpoint endpoint : all) {
      int last = seen.size() - 1;
      if (last < 0 || !seen.get(last).address().equals(endpoint.address())) {
        seen.add(endpoint);
      } else if (endpoint.isOn(node)) {
        seen.set(last, endpoint);
      }
    }
    return seen;
  }

  /**
   * Those that take new connections; if there are none, those that still serve on their way out.
   */
  List<ProxyEndpoint> usable() {
    return usable;
  }

  /** Whether any endpoint anywhere can be used. */
  boolean hasUsable() {
    return !usable.isEmpty();
  }

  /** Whether hints for nodes count: every ready endpoint has some. */
  boolean hasNodeHints() {
    return hasNodeHints && !ready.isEmpty();
  }

  /** Whether hints for zones count: every ready endpoint has some. */
  boolean hasZoneHints() {
    return hasZoneHints && !ready.isEmpty();
  }

  /** Those on a node. */
  List<ProxyEndpoint> on(String node) {
    if (byNode == null) {
      ImmutableListMultimap.Builder<String, ProxyEndpoint> builder =
          ImmutableListMultimap.builder();
      all.forEach(endpoint -> builder.put(endpoint.nodeName(), endpoint));
      byNode = builder.build();
    }
    return node.isEmpty() ? List.of() : byNode.get(node);
  }

  /**
   * The nodes that may see a port otherwise than a node of the same zone without endpoints and
   * hints of its own does.
   */
  Set<String> nodesThatDiffer(ServicePortInfo port) {
    ImmutableSet.Builder<String> nodes = ImmutableSet.builder();
    if (hasDuplicates || port.usesLocalEndpoints()) {
      all.stream().map(ProxyEndpoint::nodeName).filter(name -> !name.isEmpty()).forEach(nodes::add);
    }
    if (hasNodeHints && port.usesClusterEndpoints()) {
      ready.forEach(endpoint -> nodes.addAll(endpoint.nodeHints()));
    }
    return nodes.build();
  }

  /** The same list where nothing is left out. */
  static List<ProxyEndpoint> filter(
      List<ProxyEndpoint> endpoints, Predicate<ProxyEndpoint> predicate) {
    List<ProxyEndpoint> left = endpoints.stream().filter(predicate).toList();
    return left.size() == endpoints.size() ? endpoints : left;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PortEndpoints endpoints && all.equals(endpoints.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return all.toString();
  }
}
