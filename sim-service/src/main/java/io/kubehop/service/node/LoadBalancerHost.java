package io.kubehop.service.node;

import com.google.common.collect.ImmutableSet;
import io.kubehop.core.host.Host;
import io.kubehop.core.host.Route;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.LoadBalancerIngress;
import io.kubehop.service.api.Node;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.Service;
import io.kubehop.service.apiserver.WatchEvent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The load balancer in front of the cluster: a host that passes packets for the addresses of
 * LoadBalancer Services, and for external IPs, on to one of the healthy nodes, as they are. With
 * {@code externalTrafficPolicy: Local} a node is healthy only while it has an endpoint of the
 * Service, which is what its health check node port tells.
 */
final class LoadBalancerHost {
  private static final String EXCLUDED = "node.kubernetes.io/exclude-from-external-load-balancers";
  private static final String OWNER = "kubernetes.io/service-name";

  private final ControlPlane controlPlane;
  private final ClusterNetwork cluster;
  private final Wiring wiring;
  private final Host host;
  private final JournaledMap<ObjectKey, List<IpAddress>> served;

  LoadBalancerHost(ControlPlane controlPlane, ClusterNetwork cluster, Wiring wiring) {
    this.controlPlane = controlPlane;
    this.cluster = cluster;
    this.wiring = wiring;
    this.host = wiring.addLoadBalancer();
    this.served = new JournaledMap<>(host.simulation().journal());
    controlPlane.watch(Service.class, event -> sync(event.key()));
    controlPlane.watch(EndpointSlice.class, this::onSlice);
    controlPlane.watch(Node.class, event -> controlPlane.services().forEach(this::sync));
  }

  private void onSlice(WatchEvent<EndpointSlice> event) {
    String service = event.object().metadata().labels().get(OWNER);
    if (service != null) {
      sync(new ObjectKey(Service.KIND, event.object().metadata().namespace(), service));
    }
  }

  private void sync(ObjectKey key) {
    controlPlane
        .find(key)
        .ifPresentOrElse(object -> sync((Service) object), () -> withdraw(key, ImmutableSet.of()));
  }

  private void sync(Service service) {
    Set<IpAddress> addresses = addressesOf(service);
    withdraw(service.key(), addresses);
    for (IpAddress address : addresses) {
      List<IpAddress> gateways = healthyNodes(service, address.isV4());
      Cidr destination = Cidr.host(address);
      host.routes()
          .add(
              gateways.isEmpty()
                  ? Route.unreachable(destination)
                  : Route.spread(destination, gateways, Wiring.UPLINK));
      wiring.enterAtLoadBalancer(destination);
    }
    if (!addresses.isEmpty()) {
      served.put(service.key(), List.copyOf(addresses));
    }
  }

  private void withdraw(ObjectKey key, Set<IpAddress> kept) {
    List<IpAddress> before = served.get(key);
    if (before == null) {
      return;
    }
    for (IpAddress address : before) {
      if (!kept.contains(address)) {
        host.routes().remove(Cidr.host(address));
        wiring.leaveEntry(Cidr.host(address));
      }
    }
    served.remove(key);
  }

  /** Addresses that a node or a Pod has are reached without a balancer. */
  private Set<IpAddress> addressesOf(Service service) {
    Stream<String> balanced = service.status().loadBalancer().stream().map(LoadBalancerIngress::ip);
    Set<IpAddress> addresses = new LinkedHashSet<>();
    Stream.concat(balanced, service.spec().externalIPs().stream())
        .filter(IpAddress::isAddress)
        .map(IpAddress::parse)
        .filter(address -> cluster.hostOf(address).isEmpty())
        .forEach(addresses::add);
    return addresses;
  }

  private List<IpAddress> healthyNodes(Service service, boolean v4) {
    boolean local = service.spec().externalTrafficPolicy().filter("Local"::equals).isPresent();
    Set<String> withEndpoint = local ? nodesWithEndpoint(service) : ImmutableSet.of();
    List<IpAddress> healthy = new ArrayList<>();
    for (Node node : controlPlane.nodes()) {
      String name = node.metadata().name();
      if (isReady(node) && (!local || withEndpoint.contains(name))) {
        cluster.node(name).map(machine -> machine.primaryAddress(v4)).ifPresent(healthy::add);
      }
    }
    return healthy;
  }

  private static boolean isReady(Node node) {
    boolean notReady =
        node.status().conditions().stream()
            .anyMatch(c -> c.type().equals("Ready") && !c.status().equals("True"));
    return !notReady && !node.metadata().labels().containsKey(EXCLUDED);
  }

  private Set<String> nodesWithEndpoint(Service service) {
    Set<String> names = new LinkedHashSet<>();
    for (EndpointSlice slice : controlPlane.slicesOf(service.key())) {
      for (Endpoint endpoint : slice.endpoints()) {
        if (endpoint.conditions().isReady()) {
          endpoint.nodeName().ifPresent(names::add);
        }
      }
    }
    return names;
  }
}
