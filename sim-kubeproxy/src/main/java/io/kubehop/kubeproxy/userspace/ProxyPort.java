package io.kubehop.kubeproxy.userspace;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Listener;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.kubeproxy.services.ServicePortInfo;

/**
 * The proxy of one port of a Service on one node.
 *
 * @param service what it is a proxy of
 * @param address where it listens
 * @param endpoints what it chooses from
 */
record ProxyPort(ServicePortInfo service, SocketAddress address, RoundRobin endpoints) {

  /** Begins to listen. */
  void open(Host host) {
    String name = "kube-proxy for " + service.name();
    if (service.name().protocol() == Protocol.UDP) {
      host.sockets()
          .bind(
              Protocol.UDP,
              address.address(),
              address.port(),
              new DatagramProxy(host, endpoints, name),
              name);
    } else {
      Listener listener = new Listener(name, new StreamProxy(endpoints, name));
      host.sockets().listen(address.address(), address.port(), listener);
    }
  }

  /** Listens no more. Connections that are open go on. */
  void close(Host host) {
    if (service.name().protocol() == Protocol.UDP) {
      host.sockets().unbind(Protocol.UDP, address.address(), address.port());
    } else {
      host.sockets().stopListening(address.address(), address.port());
    }
  }

  /** {@code tcp 192.168.0.2:40001 shop/cart:http}. */
  @Override
  public String toString() {
    return service.name().protocol() + " " + address + " " + service.name();
  }
}
