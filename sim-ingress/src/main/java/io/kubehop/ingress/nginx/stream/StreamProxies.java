package io.kubehop.ingress.nginx.stream;

import io.kubehop.core.host.Host;
import io.kubehop.core.host.Listener;
import io.kubehop.core.net.Protocol;
import java.util.List;

/** The TCP and UDP ports of one nginx. */
public final class StreamProxies {
  private final String name;
  private final Host host;
  private final StreamEndpoints tcp;
  private final StreamEndpoints udp;

  /**
   * Begins with no port.
   *
   * @param name who listens, for the trace
   * @param identity what names its random streams
   */
  public StreamProxies(String name, String identity, Host host) {
    this.name = name;
    this.host = host;
    this.tcp = new StreamEndpoints(Protocol.TCP, host.simulation(), identity);
    this.udp = new StreamEndpoints(Protocol.UDP, host.simulation(), identity);
  }

  /** New workers listen on the ports of a configuration. */
  public void reload(List<StreamService> services) {
    for (StreamEndpoints each : List.of(tcp, udp)) {
      each.all().forEach(this::close);
      each.set(services);
      each.all().forEach(this::open);
    }
  }

  /** The workers have the endpoints of a configuration; ports stay as they are. */
  public void update(List<StreamService> services) {
    tcp.set(services);
    udp.set(services);
  }

  /** Closes all ports. */
  public void stop() {
    reload(List.of());
  }

  private void open(StreamService service) {
    int port = service.port();
    if (service.protocol() == Protocol.TCP) {
      host.sockets().listen(null, port, new Listener(name, new TcpProxy(name, host, service, tcp)));
    } else {
      host.sockets().bind(Protocol.UDP, null, port, new UdpProxy(name, host, port, udp), name);
    }
  }

  private void close(StreamService service) {
    if (service.protocol() == Protocol.TCP) {
      host.sockets().stopListening(null, service.port());
    } else {
      host.sockets().unbind(Protocol.UDP, null, service.port());
    }
  }
}
