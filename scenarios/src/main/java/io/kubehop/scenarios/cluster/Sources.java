package io.kubehop.scenarios.cluster;

import io.kubehop.core.host.Host;
import io.kubehop.core.net.IpAddress;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Deployment;
import io.kubehop.service.api.LabelSelector;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import io.kubehop.service.node.ClusterNetwork;
import io.kubehop.service.node.NodeMachine;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the host on which a source's connections start. */
final class Sources {
  private final ControlPlane controlPlane;
  private final ClusterNetwork cluster;

  Sources(ControlPlane controlPlane, ClusterNetwork cluster) {
    this.controlPlane = controlPlane;
    this.cluster = cluster;
  }

  /**
   * The host of a request's source.
   *
   * @throws NotPossibleException if there is none at this moment
   */
  Host host(Request request) {
    Source source = request.source();
    if (source instanceof Source.Pod pod) {
      return podHost(new ObjectKey(Pod.KIND, pod.namespace(), pod.name()));
    }
    if (source instanceof Source.Node node) {
      return cluster
          .node(node.name())
          .map(NodeMachine::host)
          .orElseThrow(() -> new NotPossibleException("there is no node " + node.name()));
    }
    if (source instanceof Source.External external) {
      return cluster.outside(external.address());
    }
    if (source instanceof Source.Ip ip) {
      return cluster.inside(ip.address(), request.node());
    }
    return podHost(firstPodOf((Source.AnyPodOf) source).key());
  }

  /** The address that a client binds to; null where routing chooses. */
  static @Nullable IpAddress addressOf(Source source) {
    return source instanceof Source.Ip ip ? ip.address() : null;
  }

  private Host podHost(ObjectKey key) {
    Pod pod =
        controlPlane
            .apiServer()
            .find(Pod.class, key)
            .orElseThrow(() -> new NotPossibleException("there is no Pod " + key.namespacedName()));
    return cluster
        .hostOf(pod)
        .orElseThrow(
            () ->
                new NotPossibleException(
                    "Pod " + key.namespacedName() + " does not run: it is " + state(pod)));
  }

  private static String state(Pod pod) {
    if (pod.spec().nodeName().isEmpty()) {
      return "not scheduled";
    }
    return pod.status().phase().isEmpty() ? "pending" : pod.status().phase();
  }

  private Pod firstPodOf(Source.AnyPodOf workload) {
    Predicate<Map<String, String>> selects = selector(workload);
    return controlPlane.pods().stream()
        .filter(pod -> pod.metadata().namespace().equals(workload.namespace()))
        .filter(pod -> selects.test(pod.metadata().labels()))
        .filter(pod -> cluster.hostOf(pod).isPresent())
        .findFirst()
        .orElseThrow(() -> new NotPossibleException(workload + " has no running Pod"));
  }

  private Predicate<Map<String, String>> selector(Source.AnyPodOf workload) {
    ObjectKey key = new ObjectKey(workload.kind(), workload.namespace(), workload.name());
    Object object =
        controlPlane
            .find(key)
            .orElseThrow(() -> new NotPossibleException("there is no " + workload));
    if (object instanceof Service service) {
      Map<String, String> selector = service.spec().selector();
      return labels -> !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
    }
    Optional<LabelSelector> selector = ((Deployment) object).spec().selector();
    return labels -> selector.map(each -> each.matches(labels)).orElse(false);
  }
}
