package io.kubehop.service.controller.scheduler;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.Condition;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.NodeSelector;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodSpec;
import io.kubehop.service.api.PodStatus;
import io.kubehop.service.api.Toleration;
import io.kubehop.service.controller.PodLister;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds nodes for a number of Pods one after another; each one that is placed counts for the next.
 */
final class SchedulingCycle {
  private final List<Node> nodes;
  private final PodLister pods;
  private final PriorityQueue<Candidate> candidates =
      new PriorityQueue<>(
          Comparator.comparingInt(Candidate::pods).thenComparing(c -> c.node().metadata().name()));
  private final Set<Demands> unmet = new LinkedHashSet<>();

  SchedulingCycle(List<Node> nodes, PodLister pods) {
    this.nodes = nodes;
    this.pods = pods;
    nodes.forEach(
        node -> candidates.add(new Candidate(node, pods.countOnNode(node.metadata().name()))));
  }

  /** The name of the node for a Pod, if there is one. */
  Optional<String> place(Pod pod) {
    if (!pod.status().podIPs().isEmpty()) {
      IpAddress address = IpAddress.parse(pod.status().podIP());
      return nodes.stream()
          .filter(node -> holds(node, address))
          .map(node -> node.metadata().name())
          .findFirst();
    }
    Demands demands = Demands.of(pod.spec());
    if (unmet.contains(demands)) {
      return Optional.empty();
    }
    Optional<String> place = emptiest(pod);
    if (place.isEmpty() && !dependsOnOthers(pod)) {
      unmet.add(demands);
    }
    return place;
  }

  private static boolean dependsOnOthers(Pod pod) {
    return !pod.spec().topologySpreadConstraints().isEmpty() || HostPorts.areWanted(pod);
  }

  private Optional<String> emptiest(Pod pod) {
    TopologySpread spread = TopologySpread.of(pod, nodes, pods);
    List<Candidate> passedOver = new ArrayList<>();
    Candidate candidate = candidates.poll();
    while (candidate != null && refusal(candidate.node(), pod, spread).isPresent()) {
      passedOver.add(candidate);
      candidate = candidates.poll();
    }
    candidates.addAll(passedOver);
    if (candidate == null) {
      return Optional.empty();
    }
    candidates.add(new Candidate(candidate.node(), candidate.pods() + 1));
    return Optional.of(candidate.node().metadata().name());
  }

  private Optional<String> refusal(Node node, Pod pod, TopologySpread spread) {
    Optional<String> byNode = NodeFilters.refusal(node, pod);
    if (byNode.isPresent() || !dependsOnOthers(pod)) {
      return byNode;
    }
    if (!HostPorts.areFree(pod, pods.onNode(node.metadata().name()))) {
      return Optional.of(HostPorts.REFUSAL);
    }
    return spread.admits(node) ? Optional.empty() : Optional.of(TopologySpread.REFUSAL);
  }

  private static boolean holds(Node node, IpAddress address) {
    return node.status().internalIPs().contains(address.toString())
        || node.spec().podCIDRs().stream().anyMatch(c -> Cidr.parse(c).contains(address));
  }

  /** The Pod with a condition that says why it fits nowhere. */
  Pod unschedulable(Pod pod, Instant now) {
    TopologySpread spread = TopologySpread.of(pod, nodes, pods);
    Map<String, Integer> reasons = new TreeMap<>();
    for (Node node : nodes) {
      refusal(node, pod, spread).ifPresent(reason -> reasons.merge(reason, 1, Integer::sum));
    }
    String why =
        reasons.entrySet().stream()
            .map(reason -> reason.getValue() + " " + reason.getKey())
            .collect(Collectors.joining(", "));
    String message =
        "0/" + nodes.size() + " nodes are available" + (why.isEmpty() ? "" : ": " + why);
    PodStatus old = pod.status();
    if (old.conditions().stream().anyMatch(c -> c.message().equals(message))) {
      return pod;
    }
    List<Condition> conditions = new ArrayList<>(old.conditions());
    conditions.removeIf(condition -> condition.type().equals("PodScheduled"));
    conditions.add(
        new Condition("PodScheduled", "False", "Unschedulable", message, Optional.of(now)));
    return pod.withStatus(
        new PodStatus(old.phase(), old.podIPs(), old.hostIPs(), conditions, old.startTime()));
  }

  private record Candidate(Node node, int pods) {}

  /** What decides whether a node will do, whatever else is on it. */
  private record Demands(
      Map<String, String> nodeSelector,
      Optional<NodeSelector> affinity,
      List<Toleration> tolerations) {

    static Demands of(PodSpec spec) {
      return new Demands(spec.nodeSelector(), spec.requiredNodeAffinity(), spec.tolerations());
    }
  }
}
