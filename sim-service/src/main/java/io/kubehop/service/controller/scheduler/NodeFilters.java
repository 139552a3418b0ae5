package io.kubehop.service.controller.scheduler;

import io.kubehop.service.api.Node;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Taint;
import io.kubehop.service.api.Toleration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which nodes a Pod may go to: the filter plugins of kube-scheduler that do not look at other Pods.
 */
public final class NodeFilters {
  private static final Taint UNSCHEDULABLE =
      new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule");
  private static final Taint NOT_READY =
      new Taint("node.kubernetes.io/not-ready", "", "NoSchedule");

  private NodeFilters() {}

  /** Returns whether a node is open to a Pod. */
  public static boolean admits(Node node, Pod pod) {
    return refusal(node, pod).isEmpty();
  }

  /**
   * Returns why a node is closed to a Pod, in the words of kube-scheduler (NodeUnschedulable,
   * TaintToleration and NodeAffinity); empty if it is open.
   */
  static Optional<String> refusal(Node node, Pod pod) {
    if (node.spec().unschedulable() && !tolerates(pod, UNSCHEDULABLE)) {
      return Optional.of("node(s) were unschedulable");
    }
    if (isNotReady(node) && !tolerates(pod, NOT_READY)) {
      return Optional.of(untolerated(NOT_READY));
    }
    for (Taint taint : node.spec().taints()) {
      if (!taint.effect().equals("PreferNoSchedule") && !tolerates(pod, taint)) {
        return Optional.of(untolerated(taint));
      }
    }
    return isSelected(node, pod)
        ? Optional.empty()
        : Optional.of("node(s) didn't match Pod's node affinity/selector");
  }

  private static String untolerated(Taint taint) {
    return "node(s) had untolerated taint {" + taint.key() + ": " + taint.value() + "}";
  }

  /** Returns whether a Pod selects a node by {@code nodeSelector} and required node affinity. */
  static boolean isSelected(Node node, Pod pod) {
    Map<String, String> labels = node.metadata().labels();
    boolean bySelector =
        pod.spec().nodeSelector().entrySet().stream()
            .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
    return bySelector
        && pod.spec().requiredNodeAffinity().map(affinity -> affinity.matches(node)).orElse(true);
  }

  private static boolean isNotReady(Node node) {
    return node.status().conditions().stream()
        .anyMatch(condition -> condition.type().equals("Ready") && !condition.isTrue());
  }

  private static boolean tolerates(Pod pod, Taint taint) {
    List<Toleration> tolerations = pod.spec().tolerations();
    return tolerations.stream().anyMatch(toleration -> toleration.tolerates(taint));
  }
}
