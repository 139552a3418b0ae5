package io.kubehop.kubeproxy.services;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.kubeproxy.config.UdpCleanup;
import io.kubehop.kubeproxy.node.StaleFlows;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The addresses and node ports of all UDP Services, each with the endpoints that serve
 * (pkg/proxy/conntrack/cleanup.go). Policies and topology play no part: a change of a Service does
 * not cut flows to endpoints that serve.
 */
final class UdpServices {
  private final Map<SocketAddress, Set<IpAddress>> byAddress = new LinkedHashMap<>();
  private final Map<Integer, Set<IpAddress>> byNodePort = new LinkedHashMap<>();

  static UdpServices of(ServiceTracker tracker) {
    UdpServices udp = new UdpServices();
    tracker.forEach((key, service) -> service.ports().forEach(port -> udp.add(port, service)));
    return udp;
  }

  static boolean concerns(ServiceSnapshot service) {
    return service.ports().stream().anyMatch(UdpServices::isUdp);
  }

  private static boolean isUdp(ServicePortInfo port) {
    return port.name().protocol() == Protocol.UDP;
  }

  private void add(ServicePortInfo port, ServiceSnapshot service) {
    if (!isUdp(port)) {
      return;
    }
    Set<IpAddress> serving = new LinkedHashSet<>();
    for (ProxyEndpoint endpoint : service.endpoints(port).seenFrom("").all()) {
      if (endpoint.serving()) {
        serving.add(endpoint.address().address());
      }
    }
    byAddress.put(new SocketAddress(port.clusterIP(), port.port()), serving);
    for (IpAddress address : port.loadBalancerVIPs()) {
      byAddress.put(new SocketAddress(address, port.port()), serving);
    }
    for (IpAddress address : port.externalIPs()) {
      byAddress.put(new SocketAddress(address, port.port()), serving);
    }
    if (port.nodePort() != 0) {
      byNodePort.put(port.nodePort(), serving);
    }
  }

  StaleFlows stale(UdpCleanup cleanup) {
    boolean all = cleanup == UdpCleanup.RECONCILE_ALL;
    return (destination, port, replySource) ->
        isStale(byAddress.get(new SocketAddress(destination, port)), replySource, all)
            || isStale(byNodePort.get(port), replySource, all);
  }

  private static boolean isStale(
      @Nullable Set<IpAddress> serving, IpAddress replySource, boolean all) {
    return serving != null && !serving.contains(replySource) && (all || !serving.isEmpty());
  }
}
