package io.kubehop.service.node;

import io.kubehop.core.app.EchoServer;
import io.kubehop.core.host.DatagramHandler;
import io.kubehop.core.host.Host;
import io.kubehop.core.host.Listener;
import io.kubehop.core.host.Sockets;
import io.kubehop.core.host.StreamHandler;
import io.kubehop.core.net.Protocol;
import io.kubehop.service.api.Container;
import io.kubehop.service.api.ContainerPort;
import io.kubehop.service.api.Pod;
import java.util.List;
import java.util.Locale;

/**
 * What a Pod runs unless something else is known of it: a server that answers on the declared
 * container ports, or on every port if none is declared.
 */
public final class PlainServer implements PodApplication {
  private static final int EVERY_PORT = 0;

  private final StreamHandler streams;
  private final DatagramHandler datagrams;

  /** Makes a server of given handlers. */
  public PlainServer(StreamHandler streams, DatagramHandler datagrams) {
    this.streams = streams;
    this.datagrams = datagrams;
  }

  /** Makes a server that echoes. */
  public static PlainServer echo() {
    EchoServer echo = new EchoServer();
    return new PlainServer(echo, echo);
  }

  @Override
  public void start(Pod pod, Host host) {
    String name = "pod " + pod.metadata().namespace() + "/" + pod.metadata().name();
    List<ContainerPort> ports = declaredPorts(pod);
    if (ports.isEmpty() && !pod.spec().hostNetwork()) {
      listenOnEveryPort(host, name);
    }
    for (ContainerPort port : ports) {
      listen(host, protocol(port), port.containerPort(), name);
    }
  }

  @Override
  public void stop(Pod pod, Host host) {
    Sockets sockets = host.sockets();
    List<ContainerPort> ports = declaredPorts(pod);
    if (ports.isEmpty() && !pod.spec().hostNetwork()) {
      sockets.listenOnEveryPort(null);
      sockets.unbind(Protocol.UDP, null, EVERY_PORT);
      sockets.unbind(Protocol.SCTP, null, EVERY_PORT);
    }
    for (ContainerPort port : ports) {
      if (protocol(port) == Protocol.TCP) {
        sockets.stopListening(null, port.containerPort());
      } else {
        sockets.unbind(protocol(port), null, port.containerPort());
      }
    }
  }

  /** Answers on one port of a host. */
  void listen(Host host, Protocol protocol, int port, String name) {
    if (protocol == Protocol.TCP) {
      host.sockets().listen(null, port, new Listener(name, streams));
    } else {
      host.sockets().bind(protocol, null, port, datagrams, name);
    }
  }

  /** Answers on every port of a host that nobody else listens on. */
  void listenOnEveryPort(Host host, String name) {
    host.sockets().listenOnEveryPort(new Listener(name, streams));
    host.sockets().bind(Protocol.UDP, null, EVERY_PORT, datagrams, name);
    host.sockets().bind(Protocol.SCTP, null, EVERY_PORT, datagrams, name);
  }

  private static List<ContainerPort> declaredPorts(Pod pod) {
    return pod.spec().containers().stream().map(Container::ports).flatMap(List::stream).toList();
  }

  private static Protocol protocol(ContainerPort port) {
    return Protocol.valueOf(port.protocol().toUpperCase(Locale.ROOT));
  }
}
