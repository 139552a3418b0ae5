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
    return host(request.source(), request.node());
  }

  /**
   * The host of a source.
   *
   * @param nodeName the node that an {@code ip/} source is on; absent: the one that owns it
   * @throws NotPossibleException if there is none at this moment
   */
  Host host(Source source, Optional<String> nodeName) {
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
      return cluster.inside(ip.address(), nodeName);
    }
    if (source instanceof Source.ExternalRange range) {
      throw new NotPossibleException(range + " is many clients; a connection has one");
    }
    return podHost(pod(source));
  }

  /** The address that a client binds to; null where routing chooses. */
  static @Nullable IpAddress addressOf(Source source) {
    return source instanceof Source.Ip ip ? ip.address() : null;
  }

  /** Who asks for names on a source's host. */
  Asker asker(Source source, Host host) {
    if (source instanceof Source.Node node) {
      return new Asker(host, Optional.of(node.name()), Optional.empty());
    }
    boolean isPod = source instanceof Source.Pod || source instanceof Source.AnyPodOf;
    return new Asker(host, Optional.empty(), isPod ? Optional.of(pod(source)) : Optional.empty());
  }

  /**
   * Somebody who asks for names.
   *
   * @param host the host
   * @param node the node of which it is a process
   * @param pod the Pod; absent, as the node is, for an address without an object
   */
  record Asker(Host host, Optional<String> node, Optional<Pod> pod) {}

  private Pod pod(Source source) {
    if (source instanceof Source.AnyPodOf workload) {
      return firstPodOf(workload);
    }
    Source.Pod named = (Source.Pod) source;
    ObjectKey key = new ObjectKey(Pod.KIND, named.namespace(), named.name());
    return controlPlane
        .apiServer()
        .find(Pod.class, key)
        .orElseThrow(() -> new NotPossibleException("there is no Pod " + key.namespacedName()));
  }

  private Host podHost(Pod pod) {
    return cluster
        .hostOf(pod)
        .orElseThrow(
            () ->
                new NotPossibleException(
                    "Pod " + pod.key().namespacedName() + " does not run: it is " + state(pod)));
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
