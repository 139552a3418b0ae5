package io.kubehop.service.controller.scheduler;

import io.kubehop.service.api.Node;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Taint;
import io.kubehop.service.api.Toleration;
import java.util.List;
import java.util.Map;

/**
 * Which nodes a Pod may go to: the filter plugins of kube-scheduler that do not look at other Pods.
 */
public final class NodeFilters {
  private static final Taint UNSCHEDULABLE =
      new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule");

  private NodeFilters() {}

  /**
   * Returns whether a node is open to a Pod (NodeUnschedulable, TaintToleration and NodeAffinity).
   */
  public static boolean admits(Node node, Pod pod) {
    return tolerates(pod, node) && isSelected(node, pod);
  }

  /** Returns whether a Pod selects a node by {@code nodeSelector} and required node affinity. */
  public static boolean isSelected(Node node, Pod pod) {
    Map<String, String> labels = node.metadata().labels();
    boolean bySelector =
        pod.spec().nodeSelector().entrySet().stream()
            .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
    return bySelector
        && pod.spec().requiredNodeAffinity().map(affinity -> affinity.matches(node)).orElse(true);
  }

  private static boolean tolerates(Pod pod, Node node) {
    List<Toleration> tolerations = pod.spec().tolerations();
    if (node.spec().unschedulable() && !tolerates(tolerations, UNSCHEDULABLE)) {
      return false;
    }
    return node.spec().taints().stream()
        .filter(taint -> !taint.effect().equals("PreferNoSchedule"))
        .allMatch(taint -> tolerates(tolerations, taint));
  }

  private static boolean tolerates(List<Toleration> tolerations, Taint taint) {
    return tolerations.stream().anyMatch(toleration -> toleration.tolerates(taint));
  }
}
