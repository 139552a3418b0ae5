package io.kubehop.service.controller.workload;

import com.google.common.collect.ImmutableMap;
import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.LabelSelector;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.OwnerReference;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.PodTemplateSpec;
import io.kubehop.service.api.ReplicaSet;
import io.kubehop.service.api.ReplicaSetSpec;
import io.kubehop.service.api.ReplicaSetStatus;
import io.kubehop.service.apiserver.ApiServer;
import io.kubehop.service.apiserver.Index;
import io.kubehop.service.controller.PodLister;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ReplicaSets of Deployments: one for each template that a Deployment had
 * (pkg/controller/deployment, sync.go).
 */
final class DeploymentSets {
  private static final String HASH_LABEL = "pod-template-hash";

  private final ApiServer apiServer;
  private final PodLister pods;
  private final Index<ReplicaSet, ObjectKey> byController;
  private final Index<ReplicaSet, String> orphans;

  DeploymentSets(ApiServer apiServer, PodLister pods) {
    this.apiServer = apiServer;
    this.pods = pods;
    this.byController =
        apiServer.index(ReplicaSet.class, set -> PodLister.controllerOf(set).stream().toList());
    this.orphans =
        apiServer.index(
            ReplicaSet.class,
            set ->
                set.metadata().controller().isEmpty()
                    ? List.of(set.metadata().namespace())
                    : List.of());
  }

  /** The ReplicaSets of a Deployment, the oldest revision first. */
  List<ReplicaSet> all(Deployment deployment) {
    return byController.get(deployment.key()).stream()
        .filter(set -> PodLister.isOwned(set, deployment))
        .sorted(Comparator.comparing(Revisions::of))
        .toList();
  }

  /** The one with the template that the Deployment has now. */
  Optional<ReplicaSet> newest(Deployment deployment) {
    PodTemplateSpec wanted = deployment.spec().template();
    return all(deployment).stream()
        .filter(set -> withoutHash(set.spec().template()).equals(withoutHash(wanted)))
        .findFirst()
        .map(set -> withNewestRevision(deployment, set));
  }

  /** A template that comes back gets a new revision. */
  private ReplicaSet withNewestRevision(Deployment deployment, ReplicaSet set) {
    int latest = latestRevision(deployment);
    if (Revisions.of(set) == latest && latest > 0) {
      return set;
    }
    Map<String, String> annotations = new LinkedHashMap<>(set.metadata().annotations());
    annotations.put(Revisions.ANNOTATION, Integer.toString(latest + 1));
    return apiServer.update(
        set.withMetadata(set.metadata().toBuilder().annotations(annotations).build()));
  }

  private int latestRevision(Deployment deployment) {
    return all(deployment).stream().mapToInt(Revisions::of).max().orElse(0);
  }

  /** All but the newest. */
  List<ReplicaSet> old(Deployment deployment, Optional<ReplicaSet> newest) {
    return all(deployment).stream()
        .filter(set -> newest.filter(n -> n.key().equals(set.key())).isEmpty())
        .toList();
  }

  /** Takes over ReplicaSets that match the selector and that nobody manages. */
  void adopt(Deployment deployment) {
    LabelSelector selector = selector(deployment);
    for (ReplicaSet set : orphans.get(deployment.metadata().namespace())) {
      if (selector.matches(set.metadata().labels())) {
        apiServer.update(
            set.withMetadata(
                set.metadata().toBuilder()
                    .ownerReferences(List.of(PodTemplates.controllerRef(deployment)))
                    .build()));
      }
    }
  }

  private static LabelSelector selector(Deployment deployment) {
    return deployment
        .spec()
        .selector()
        .orElse(new LabelSelector(deployment.spec().template().metadata().labels(), List.of()));
  }

  /**
   * Makes a ReplicaSet without Pods for the template that a Deployment has now. If there are Pods
   * of one that is missing, as in a capture of Deployments and Pods alone, it is that one again,
   * and they are its Pods.
   */
  ReplicaSet create(Deployment deployment) {
    PodTemplateSpec template = deployment.spec().template();
    Optional<OwnerReference> missing = missing(deployment);
    String prefix = deployment.metadata().name() + "-";
    String hash =
        missing
            .map(owner -> owner.name().substring(prefix.length()))
            .orElseGet(() -> freeHash(deployment, PodTemplates.hash(template)));
    ObjectMeta meta =
        ObjectMeta.builder()
            .namespace(deployment.metadata().namespace())
            .name(prefix + hash)
            .uid(missing.map(OwnerReference::uid).orElse(""))
            .labels(withHash(template.metadata().labels(), hash))
            .annotations(
                ImmutableMap.of(
                    Revisions.ANNOTATION, Integer.toString(latestRevision(deployment) + 1)))
            .ownerReferences(List.of(PodTemplates.controllerRef(deployment)))
            .build();
    return apiServer.create(new ReplicaSet(meta, spec(deployment, hash), ReplicaSetStatus.EMPTY));
  }

  private static ReplicaSetSpec spec(Deployment deployment, String hash) {
    LabelSelector selector = selector(deployment);
    LabelSelector narrowed =
        new LabelSelector(withHash(selector.matchLabels(), hash), selector.matchExpressions());
    return new ReplicaSetSpec(
        0,
        Optional.of(narrowed),
        withHash(deployment.spec().template(), hash),
        deployment.spec().minReadySeconds());
  }

  private Optional<OwnerReference> missing(Deployment deployment) {
    String prefix = deployment.metadata().name() + "-";
    String namespace = deployment.metadata().namespace();
    return pods.withLabels(deployment, selector(deployment).matchLabels()).stream()
        .flatMap(
            pod ->
                pod.metadata().controller().stream()
                    .filter(owner -> owner.kind().equals(ReplicaSet.KIND))
                    .filter(owner -> owner.name().equals(prefix + hashOf(pod))))
        .filter(
            owner ->
                apiServer
                    .find(ReplicaSet.class, new ObjectKey(ReplicaSet.KIND, namespace, owner.name()))
                    .isEmpty())
        .findFirst();
  }

  private static String hashOf(Pod pod) {
    return pod.metadata().labels().getOrDefault(HASH_LABEL, "");
  }

  private String freeHash(Deployment deployment, String hash) {
    String free = hash;
    for (int i = 1; isTaken(deployment, free); i++) {
      free = hash + i;
    }
    return free;
  }

  private boolean isTaken(Deployment deployment, String hash) {
    String name = deployment.metadata().name() + "-" + hash;
    ObjectKey key = new ObjectKey(ReplicaSet.KIND, deployment.metadata().namespace(), name);
    return apiServer.find(ReplicaSet.class, key).isPresent();
  }

  /**
   * Drops the oldest of the ReplicaSets that have no Pods, beyond those that are kept for going
   * back.
   */
  void cleanUp(Deployment deployment) {
    List<ReplicaSet> idle =
        old(deployment, newest(deployment)).stream()
            .filter(set -> set.spec().replicas() == 0 && set.status().replicas() == 0)
            .toList();
    int surplus = idle.size() - deployment.spec().revisionHistoryLimit();
    idle.stream().limit(Math.max(0, surplus)).forEach(apiServer::remove);
  }

  private static PodTemplateSpec withHash(PodTemplateSpec template, String hash) {
    ObjectMeta meta = template.metadata();
    return new PodTemplateSpec(
        meta.toBuilder().labels(withHash(meta.labels(), hash)).build(), template.spec());
  }

  private static Map<String, String> withHash(Map<String, String> labels, String hash) {
    Map<String, String> with = new LinkedHashMap<>(labels);
    with.put(HASH_LABEL, hash);
    return with;
  }

  private static PodTemplateSpec withoutHash(PodTemplateSpec template) {
    Map<String, String> labels = new LinkedHashMap<>(template.metadata().labels());
    labels.remove(HASH_LABEL);
    return new PodTemplateSpec(
        template.metadata().toBuilder().labels(labels).build(), template.spec());
  }
}
