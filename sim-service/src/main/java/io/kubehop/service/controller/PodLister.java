package io.kubehop.service.controller;

import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.OwnerReference;
import io.kubehop.service.api.Pod;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.Index;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Pods by what controllers look for: their labels, their controller, their node. Shared by all
 * controllers.
 */
public final class PodLister {
  private final Index<Pod, LabelPair> byLabel;
  private final Index<Pod, ObjectKey> byController;
  private final Index<Pod, String> byNode;
  private final Index<Pod, String> givenByNode;

  /** Indexes the Pods of an API server. */
  public PodLister(ApiServer apiServer) {
    byLabel = apiServer.index(Pod.class, pod -> LabelPair.of(pod, pod.metadata().labels()));
    byController = apiServer.index(Pod.class, pod -> controllerOf(pod).stream().toList());
    byNode = apiServer.index(Pod.class, PodLister::nodeOf);
    givenByNode =
        apiServer.index(Pod.class, pod -> pod.metadata().isBuiltIn() ? List.of() : nodeOf(pod));
  }

  private static List<String> nodeOf(Pod pod) {
    boolean isThere = !pod.status().isTerminal() && !pod.spec().nodeName().isEmpty();
    return isThere ? List.of(pod.spec().nodeName()) : List.of();
  }

  /** Returns the key of the object that manages another one. */
  public static Optional<ObjectKey> controllerOf(KubeObject object) {
    String namespace = object.metadata().namespace();
    return object
        .metadata()
        .controller()
        .map(owner -> new ObjectKey(owner.kind(), namespace, owner.name()));
  }

  /** Returns the Pods that an object manages, in the order of their names. */
  public List<Pod> managedBy(KubeObject owner) {
    return byController.get(owner.key()).stream().filter(pod -> isOwned(pod, owner)).toList();
  }

  /** Whether an object is managed by this owner, and not by an earlier one of the same name. */
  public static boolean isOwned(KubeObject object, KubeObject owner) {
    Optional<String> uid = object.metadata().controller().map(OwnerReference::uid);
    return uid.filter(u -> u.isEmpty() || u.equals(owner.metadata().uid())).isPresent();
  }

  /** Returns the Pods of a namespace with all of these labels; none if there are no labels. */
  public List<Pod> withLabels(KubeObject selecting, Map<String, String> labels) {
    return LabelPair.of(selecting, labels).stream()
        .limit(1)
        .flatMap(first -> byLabel.get(first).stream())
        .filter(pod -> pod.metadata().labels().entrySet().containsAll(labels.entrySet()))
        .toList();
  }

  /** Returns the Pods on a node that have not ended for good. */
  public List<Pod> onNode(String node) {
    return byNode.get(node);
  }

  /** Returns how many Pods are on a node that have not ended for good, without built-in ones. */
  public int countOnNode(String node) {
    return givenByNode.count(node);
  }
}
