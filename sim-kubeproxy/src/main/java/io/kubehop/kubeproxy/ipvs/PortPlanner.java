package io.kubehop.kubeproxy.ipvs;

import io.kubehop.core.ipset.SetElement;
import io.kubehop.core.ipvs.Persistence;
import io.kubehop.core.ipvs.VirtualServerConfig;
import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.ipvs.scheduler.SchedulerFlags;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.kubeproxy.config.ProxySettings;
import io.kubehop.kubeproxy.services.EndpointCategories;
import io.kubehop.kubeproxy.services.ProxyEndpoint;
import io.kubehop.kubeproxy.services.ServicePortInfo;
import io.kubehop.kubeproxy.services.ServiceSnapshot;
import io.kubehop.kubeproxy.services.Topology;
import java.util.ArrayList;
import java.util.List;

/** Works out what one port of a Service asks of a node (syncProxyRules of the ipvs proxier). */
final class PortPlanner {
  private final NodeView view;
  private final ServicePortInfo port;
  private final Protocol protocol;
  private final List<SocketAddress> clusterEndpoints;
  private final List<SocketAddress> localEndpoints;
  private final List<ServerPlan> servers = new ArrayList<>();
  private final List<PortPlan.Entry> entries = new ArrayList<>();
  private final List<VirtualServerKey> closedToNode = new ArrayList<>();

  private PortPlanner(NodeView view, ServicePortInfo port, ServiceSnapshot service) {
    this.view = view;
    this.port = port;
    this.protocol = port.name().protocol();
    EndpointCategories endpoints =
        new Topology(view.node().name(), view.node().facts().zone())
            .categorize(port, service.endpoints(port));
    this.clusterEndpoints = addresses(endpoints.cluster());
    // Policy Local without an endpoint here: Pods of this node get in; others get no answer.
    this.localEndpoints =
        endpoints.local().isEmpty() ? clusterEndpoints : addresses(endpoints.local());
  }

  private static List<SocketAddress> addresses(List<ProxyEndpoint> endpoints) {
    return endpoints.stream().map(ProxyEndpoint::address).toList();
  }

  static PortPlan plan(NodeView view, ServicePortInfo port, ServiceSnapshot service) {
    PortPlanner planner = new PortPlanner(view, port, service);
    planner.hairpins(service);
    planner.clusterIP();
    port.externalIPs().forEach(planner::externalIP);
    port.loadBalancerVIPs().forEach(planner::loadBalancerVIP);
    planner.nodePort();
    return new PortPlan(planner.servers, planner.entries, planner.closedToNode);
  }

  private void hairpins(ServiceSnapshot service) {
    for (ProxyEndpoint endpoint : service.endpointsOn(view.node().name(), port)) {
      Cidr address = Cidr.host(endpoint.address().address());
      int number = endpoint.address().port();
      enter(KubeSet.LOOP_BACK, SetElement.of(address, protocol.number(), number, address));
    }
  }

  private void clusterIP() {
    enter(KubeSet.CLUSTER_IP, element(port.clusterIP(), port.port()));
    serve(port.clusterIP(), port.port(), port.internalPolicyLocal(), true);
  }

  private void externalIP(IpAddress address) {
    enter(
        port.externalPolicyLocal() ? KubeSet.EXTERNAL_IP_LOCAL : KubeSet.EXTERNAL_IP,
        element(address, port.port()));
    serve(address, port.port(), port.externalPolicyLocal(), isBound(address));
  }

  private void loadBalancerVIP(IpAddress address) {
    SetElement element = element(address, port.port());
    enter(KubeSet.LOAD_BALANCER, element);
    if (port.externalPolicyLocal()) {
      enter(KubeSet.LOAD_BALANCER_LOCAL, element);
    }
    if (!port.loadBalancerSourceRanges().isEmpty()) {
      enter(KubeSet.LOAD_BALANCER_FW, element);
      sourceRanges(address);
    }
    serve(address, port.port(), port.externalPolicyLocal(), isBound(address));
  }

  private void sourceRanges(IpAddress address) {
    Cidr vip = Cidr.host(address);
    for (Cidr range : port.loadBalancerSourceRanges()) {
      // The kernel refuses networks of length 0 in such a set (ip_set_hash_ipportnet.c).
      if (range.prefixLength() > 0) {
        enter(
            KubeSet.LOAD_BALANCER_SOURCE_CIDR,
            SetElement.of(vip, protocol.number(), port.port(), range));
      }
    }
    boolean admitted =
        view.node().facts().address(address.family()).filter(port::admits).isPresent();
    if (admitted) {
      enter(
          KubeSet.LOAD_BALANCER_SOURCE_IP, SetElement.of(vip, protocol.number(), port.port(), vip));
    } else {
      closedToNode.add(VirtualServerKey.of(protocol, address, port.port()));
    }
  }

  /** Without an address for node ports, kube-proxy leaves out the health check as well. */
  private void nodePort() {
    List<IpAddress> nodes = port.nodePort() == 0 ? List.of() : view.nodePortAddresses();
    if (port.nodePort() != 0) {
      if (nodes.isEmpty()) {
        return;
      }
      enterNodePort(nodes, false);
      if (port.externalPolicyLocal()) {
        enterNodePort(nodes, true);
      }
      nodes.forEach(node -> serve(node, port.nodePort(), port.externalPolicyLocal(), false));
    }
    if (port.healthCheckNodePort() != 0) {
      enter(KubeSet.HEALTH_CHECK_NODE_PORT, SetElement.ofPort(port.healthCheckNodePort()));
    }
  }

  private void enterNodePort(List<IpAddress> nodes, boolean local) {
    SetElement element = SetElement.ofPort(port.nodePort());
    switch (protocol) {
      case TCP -> enter(local ? KubeSet.NODE_PORT_LOCAL_TCP : KubeSet.NODE_PORT_TCP, element);
      case UDP -> enter(local ? KubeSet.NODE_PORT_LOCAL_UDP : KubeSet.NODE_PORT_UDP, element);
      default -> {
        KubeSet set = local ? KubeSet.NODE_PORT_LOCAL_SCTP_HASH : KubeSet.NODE_PORT_SCTP_HASH;
        nodes.forEach(node -> enter(set, element(node, port.nodePort())));
      }
    }
  }

  private boolean isBound(IpAddress address) {
    return !view.addresses().contains(address);
  }

  private SetElement element(IpAddress address, int number) {
    return SetElement.of(Cidr.host(address), protocol.number(), number);
  }

  private void enter(KubeSet set, SetElement element) {
    entries.add(new PortPlan.Entry(set, element));
  }

  private void serve(IpAddress address, int number, boolean local, boolean bound) {
    ProxySettings settings = view.node().settings();
    SchedulerKind scheduler = settings.ipvs().scheduler();
    VirtualServerConfig config =
        VirtualServerConfig.of(VirtualServerKey.of(protocol, address, number), scheduler)
            .withFlags(scheduler == SchedulerKind.MH ? SchedulerFlags.PORT : 0)
            .withPersistence(
                port.hasAffinity() ? Persistence.perClient(port.affinitySeconds()) : null);
    servers.add(new ServerPlan(config, local ? localEndpoints : clusterEndpoints, bound));
  }
}
