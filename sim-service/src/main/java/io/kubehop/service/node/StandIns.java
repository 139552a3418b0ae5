package io.kubehop.service.node;

import io.kubehop.core.host.Host;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.service.ControlPlane;
import io.kubehop.service.api.Endpoint;
import io.kubehop.service.api.EndpointPort;
import io.kubehop.service.api.EndpointSlice;
import io.kubehop.service.api.ObjectKey;
import io.kubehop.service.api.ObjectReference;
import io.kubehop.service.api.Pod;
import io.kubehop.service.apiserver.WatchEvent;
import java.util.Locale;
import java.util.Optional;

/**
 * What answers at the endpoints of given EndpointSlices that no Pod stands behind: such an endpoint
 * is a valid target. A stand-in listens on every port; where the address is a node's own, the node
 * listens on the slice's ports.
 */
final class StandIns {
  private final ControlPlane controlPlane;
  private final ClusterNetwork cluster;
  private final PlainServer server;

  StandIns(ControlPlane controlPlane, ClusterNetwork cluster, PlainServer server) {
    this.controlPlane = controlPlane;
    this.cluster = cluster;
    this.server = server;
    controlPlane.watch(EndpointSlice.class, this::onSlice);
  }

  private void onSlice(WatchEvent<EndpointSlice> event) {
    boolean given = controlPlane.apiServer().isGiven(event.key());
    if (event.isDeleted() || !given || event.object().addressType().equals("FQDN")) {
      return;
    }
    for (Endpoint endpoint : event.object().endpoints()) {
      if (!endpoint.targetRef().map(this::isPod).orElse(false)) {
        endpoint.addresses().stream()
            .filter(IpAddress::isAddress)
            .map(IpAddress::parse)
            .forEach(address -> standIn(address, endpoint, event.object()));
      }
    }
  }

  private boolean isPod(ObjectReference target) {
    return target.kind().equals(Pod.KIND)
        && controlPlane
            .find(new ObjectKey(Pod.KIND, target.namespace(), target.name()))
            .isPresent();
  }

  private void standIn(IpAddress address, Endpoint endpoint, EndpointSlice slice) {
    Optional<Host> known = cluster.hostOf(address);
    if (known.isEmpty()) {
      String name = "endpoint/" + address;
      server.listenOnEveryPort(cluster.addStandIn(name, address, endpoint.nodeName()), name);
    } else if (cluster.node(known.get().name()).isPresent()) {
      slice.ports().forEach(port -> listen(known.get(), port));
    }
  }

  private void listen(Host node, EndpointPort port) {
    port.port()
        .ifPresent(
            number ->
                server.listen(
                    node,
                    Protocol.valueOf(port.protocol().toUpperCase(Locale.ROOT)),
                    number,
                    "endpoint on " + node.name()));
  }
}
