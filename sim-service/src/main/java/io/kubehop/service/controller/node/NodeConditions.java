package io.kubehop.service.controller.node;

import io.kubehop.service.api.Condition;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.NodeSpec;
import io.kubehop.service.api.NodeStatus;
import io.kubehop.service.api.Taint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The readiness of nodes, in their conditions and in their taints. */
final class NodeConditions {
  private static final String UNREACHABLE = "node.kubernetes.io/unreachable";

  private NodeConditions() {}

  static boolean isReady(Node node) {
    return node.status().conditions().stream()
        .anyMatch(c -> c.type().equals("Ready") && c.isTrue());
  }

  static boolean isReported(Node node) {
    return node.status().conditions().stream().anyMatch(c -> c.type().equals("Ready"));
  }

  /** The node while its kubelet reports. */
  static Node ready(Node node, Instant now) {
    return withTaints(withCondition(node, "True", "KubeletReady", now), false);
  }

  /** The node after its kubelet has been silent for too long. */
  static Node unknown(Node node, Instant now) {
    return withTaints(withCondition(node, "Unknown", "NodeStatusUnknown", now), true);
  }

  private static Node withCondition(Node node, String status, String reason, Instant now) {
    List<Condition> conditions = new ArrayList<>(node.status().conditions());
    boolean isSame =
        conditions.stream().anyMatch(c -> c.type().equals("Ready") && c.status().equals(status));
    if (!isSame) {
      conditions.removeIf(condition -> condition.type().equals("Ready"));
      conditions.add(new Condition("Ready", status, reason, "", Optional.of(now)));
    }
    return node.withStatus(new NodeStatus(node.status().addresses(), conditions));
  }

  private static Node withTaints(Node node, boolean isUnreachable) {
    List<Taint> taints = new ArrayList<>(node.spec().taints());
    taints.removeIf(taint -> taint.key().equals(UNREACHABLE));
    if (isUnreachable) {
      taints.add(new Taint(UNREACHABLE, "", "NoSchedule"));
      taints.add(new Taint(UNREACHABLE, "", "NoExecute"));
    }
    return node.withSpec(new NodeSpec(node.spec().podCIDRs(), taints, node.spec().unschedulable()));
  }

  /** The taint that makes Pods leave a node that is silent. */
  static Taint eviction() {
    return new Taint(UNREACHABLE, "", "NoExecute");
  }
}
