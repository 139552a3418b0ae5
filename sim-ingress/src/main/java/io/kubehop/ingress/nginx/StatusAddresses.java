package io.kubehop.ingress.nginx;

import com.google.common.collect.ImmutableSet;
import io.kubehop.core.net.IpAddress;
import io.kubehop.ingress.api.IngressStore;
import io.kubehop.ingress.nginx.config.ControllerFlags;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.NodeAddress;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Pod;
import io.kubehop.service.api.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a controller takes requests (runningAddresses): what {@code --publish-status-address} says,
 * else the Service of {@code --publish-service}, else the nodes of the controller's Pods.
 */
final class StatusAddresses {
  /** What a workload's controller adds, which tells Pods of one controller apart. */
  private static final Set<String> OF_WORKLOADS =
      ImmutableSet.of("controller-revision-hash", "pod-template-generation", "pod-template-hash");

  private final IngressStore store;
  private final Pod pod;
  private final ControllerFlags flags;

  StatusAddresses(IngressStore store, Pod pod, ControllerFlags flags) {
    this.store = store;
    this.pod = pod;
    this.flags = flags;
  }

  List<LoadBalancerIngress> now() {
    String given = flags.text("publish-status-address");
    if (!given.isEmpty()) {
      return List.of(given.split(",\\s*", -1)).stream().map(StatusAddresses::at).toList();
    }
    ObjectKey service = flags.publishService();
    return service.name().isEmpty()
        ? ofNodes()
        : store
            .service(service.namespace(), service.name())
            .map(StatusAddresses::of)
            .orElse(List.of());
  }

  private List<LoadBalancerIngress> ofNodes() {
    Map<String, String> labels = new LinkedHashMap<>(pod.metadata().labels());
    OF_WORKLOADS.forEach(labels::remove);
    return store.apiServer().list(Pod.class).stream()
        .filter(each -> each.metadata().namespace().equals(pod.metadata().namespace()))
        .filter(each -> each.metadata().labels().entrySet().containsAll(labels.entrySet()))
        .filter(StatusAddresses::isReady)
        .flatMap(each -> addressesOf(each.spec().nodeName()).stream())
        .distinct()
        .map(StatusAddresses::at)
        .toList();
  }

  private static boolean isReady(Pod pod) {
    return pod.status().phase().equals("Running")
        && pod.status().conditions().stream()
            .anyMatch(each -> each.type().equals("Ready") && each.status().equals("True"));
  }

  /** A node's addresses for the world, or those for the cluster if it has none. */
  private List<String> addressesOf(String name) {
    Optional<Node> node = store.apiServer().find(Node.class, ObjectKey.ofCluster(Node.KIND, name));
    List<NodeAddress> all = node.map(found -> found.status().addresses()).orElse(List.of());
    List<String> external = ofType(all, "ExternalIP");
    boolean internal = flags.flag("report-node-internal-ip-address", false);
    return internal || external.isEmpty() ? ofType(all, "InternalIP") : external;
  }

  private static List<String> ofType(List<NodeAddress> addresses, String type) {
    return addresses.stream()
        .filter(address -> address.type().equals(type))
        .map(NodeAddress::address)
        .toList();
  }

  private static List<LoadBalancerIngress> of(Service service) {
    List<String> external = service.spec().externalIPs();
    return switch (service.spec().type()) {
      case "ExternalName" ->
          List.of(
              new LoadBalancerIngress(
                  "", service.spec().externalName(), Optional.empty(), List.of()));
      case "LoadBalancer" -> {
        List<LoadBalancerIngress> all = new ArrayList<>();
        service
            .status()
            .loadBalancer()
            .forEach(
                point ->
                    all.add(
                        new LoadBalancerIngress(
                            point.ip(), point.hostname(), Optional.empty(), List.of())));
        external.stream().map(StatusAddresses::at).filter(a -> !all.contains(a)).forEach(all::add);
        yield all;
      }
      case "NodePort" ->
          external.isEmpty()
              ? List.of(at(service.spec().clusterIP()))
              : external.stream().map(StatusAddresses::at).toList();
      default -> List.of(at(service.spec().clusterIP()));
    };
  }

  private static LoadBalancerIngress at(String address) {
    boolean ip = IpAddress.isAddress(address);
    return new LoadBalancerIngress(
        ip ? address : "", ip ? "" : address, Optional.empty(), List.of());
  }
}
