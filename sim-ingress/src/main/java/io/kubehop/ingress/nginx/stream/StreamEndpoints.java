package io.kubehop.ingress.nginx.stream;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the connections of one protocol go now. */
final class StreamEndpoints {
  private final Protocol protocol;
  private final Simulation simulation;
  private final RandomStream random;
  private final RefCell<List<StreamService>> services;

  StreamEndpoints(Protocol protocol, Simulation simulation, String identity) {
    this.protocol = protocol;
    this.simulation = simulation;
    this.random = simulation.random().stream(identity + "/" + protocol + "-services");
    this.services = new RefCell<>(simulation.journal(), List.of());
  }

  void set(List<StreamService> all) {
    services.set(all.stream().filter(service -> service.protocol() == protocol).toList());
  }

  List<StreamService> all() {
    return services.get();
  }

  /**
   * An endpoint for a connection: any with equal chances, since nobody can know which worker takes
   * the connection and where its turn is; then the one after the last that was tried.
   */
  @Nullable SocketAddress next(int port, List<SocketAddress> tried) {
    List<SocketAddress> all =
        services.get().stream()
            .filter(service -> service.port() == port)
            .flatMap(service -> service.endpoints().stream())
            .filter(endpoint -> IpAddress.isAddress(endpoint.address()))
            .map(each -> new SocketAddress(IpAddress.parse(each.address()), each.port()))
            .toList();
    if (all.isEmpty()) {
      return null;
    }
    int last = tried.isEmpty() ? -1 : all.indexOf(tried.get(tried.size() - 1));
    return last < 0
        ? all.get(simulation.choices().uniform(random, all.size()))
        : all.get((last + 1) % all.size());
  }
}
