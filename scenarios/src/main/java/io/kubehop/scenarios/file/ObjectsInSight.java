package io.kubehop.scenarios.file;

import io.kubehop.service.api.DaemonSet;
import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.Job;
import io.kubehop.service.api.KubeObject;
import io.kubehop.service.api.Namespace;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.ReplicaSet;
import io.kubehop.service.api.ReplicationController;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.StatefulSet;
import io.kubehop.service.load.LoadedObject;
import io.kubehop.service.source.NearNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The objects that a scenario names, and what a cluster may make of them: a Deployment makes Pods,
 * a Service makes EndpointSlices.
 */
final class ObjectsInSight {
  private static final List<String> BUILT_IN_NAMESPACES =
      List.of("kube-system", "ingress-nginx", "kube-public", "kube-node-lease", "default");
  private static final List<String> MAKE_PODS =
      List.of(
          Deployment.KIND,
          ReplicaSet.KIND,
          ReplicationController.KIND,
          StatefulSet.KIND,
          DaemonSet.KIND,
          Job.KIND,
          "CronJob");

  private final Set<ObjectKey> keys = new TreeSet<>();

  private ObjectsInSight() {}

  static ObjectsInSight of(Scenario scenario) {
    ObjectsInSight sight = new ObjectsInSight();
    scenario.objects().forEach(sight::add);
    scenario.cluster().nodes().forEach(node -> sight.addNode(node.name()));
    if (sight.keys.stream().noneMatch(key -> key.kind().equals(Node.KIND))) {
      sight.addNode("node-a");
      sight.addNode("node-b");
    }
    for (Step step : scenario.steps()) {
      if (step instanceof Step.Apply apply) {
        apply.objects().forEach(sight::add);
      }
    }
    return sight;
  }

  private void add(LoadedObject loaded) {
    KubeObject object = loaded.object();
    keys.add(object.key());
    if (!object.key().namespace().isEmpty()) {
      keys.add(ObjectKey.ofCluster(Namespace.KIND, object.key().namespace()));
    }
  }

  private void addNode(String name) {
    keys.add(ObjectKey.ofCluster(Node.KIND, name));
  }

  /** Whether an object could be there at some time. */
  boolean mayHold(ObjectKey key) {
    return keys.contains(key)
        || isBuiltIn(key)
        || makersOf(key.kind()).stream().anyMatch(m -> makes(m, key));
  }

  /** What the simulator deploys by itself where nothing else is given. */
  private static boolean isBuiltIn(ObjectKey key) {
    if (key.kind().equals(Namespace.KIND)) {
      return BUILT_IN_NAMESPACES.contains(key.name());
    }
    return key.namespace().equals("kube-system")
        || key.namespace().equals("ingress-nginx")
        || key.equals(new ObjectKey(Service.KIND, "default", "kubernetes"));
  }

  private static List<String> makersOf(String kind) {
    return switch (kind) {
      case Pod.KIND -> MAKE_PODS;
      case ReplicaSet.KIND -> List.of(Deployment.KIND);
      case Job.KIND -> List.of("CronJob");
      case EndpointSlice.KIND -> List.of(Service.KIND, "Endpoints");
      case "Endpoints" -> List.of(Service.KIND);
      default -> List.of();
    };
  }

  /**
   * Whether an object of a kind may make another: same namespace, and its name leads the other's.
   */
  private boolean makes(String makerKind, ObjectKey made) {
    return keys.stream()
        .filter(key -> key.kind().equals(makerKind) && key.namespace().equals(made.namespace()))
        .anyMatch(
            key -> made.name().equals(key.name()) || made.name().startsWith(key.name() + "-"));
  }

  /** Names the object that was probably meant, or an empty text. */
  String suggestion(ObjectKey key) {
    List<String> names = new ArrayList<>();
    for (ObjectKey known : keys) {
      if (known.kind().equals(key.kind())) {
        names.add(known.namespacedName());
      }
    }
    String near = NearNames.suggestion(key.namespacedName(), names);
    if (!near.isEmpty() || names.isEmpty()) {
      return near;
    }
    List<String> shown = names.subList(0, Math.min(names.size(), 5));
    String more = names.size() > shown.size() ? " …" : "";
    return "; there is " + String.join(", ", shown) + more;
  }
}
