package io.kubehop.kubeproxy.ipvs;

import io.kubehop.core.ipvs.Ipvs;
import io.kubehop.core.ipvs.RealServer;
import io.kubehop.core.ipvs.RealServerConfig;
import io.kubehop.core.ipvs.VirtualServer;
import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import org.jspecify.annotations.Nullable;

/**
 * The real servers of one node that are to go once their connections have ended
 * (pkg/proxy/ipvs/graceful_termination.go): a TCP server with connections gets weight 0, and is
 * looked at again every minute; others go at once.
 */
final class GracefulTermination {
  private final Ipvs ipvs;
  private final JournaledMap<Leaving, Boolean> leaving;

  GracefulTermination(Journal journal, Ipvs ipvs) {
    this.ipvs = ipvs;
    this.leaving = new JournaledMap<>(journal);
  }

  /**
   * A real server that is to go.
   *
   * @param service its virtual server
   * @param server its address and port
   */
  private record Leaving(VirtualServerKey service, SocketAddress server) {}

  boolean isEmpty() {
    return leaving.isEmpty();
  }

  boolean contains(VirtualServerKey service, SocketAddress server) {
    return leaving.containsKey(new Leaving(service, server));
  }

  /** A real server is not wanted any more. */
  void remove(VirtualServerKey service, RealServer server) {
    Leaving item = new Leaving(service, server.socket());
    if (!removeIfUnused(item)) {
      ipvs.editServer(service, RealServerConfig.masqueraded(server.socket(), 0));
      leaving.put(item, true);
    }
  }

  /** A real server on its way out is wanted again: it goes at once, to be added anew. */
  void cutShort(VirtualServerKey service, SocketAddress server) {
    leaving.remove(new Leaving(service, server));
    ipvs.removeServer(service, server);
  }

  /** Has those go whose connections have ended. */
  void look() {
    for (Leaving item : leaving.keys()) {
      if (removeIfUnused(item)) {
        leaving.remove(item);
      }
    }
  }

  private boolean removeIfUnused(Leaving item) {
    RealServer server = find(item);
    if (server == null) {
      return true;
    }
    boolean graceful = item.service().protocol() == Protocol.TCP.number();
    if (graceful && server.activeConnections() + server.inactiveConnections() != 0) {
      return false;
    }
    ipvs.removeServer(item.service(), item.server());
    return true;
  }

  private @Nullable RealServer find(Leaving item) {
    VirtualServer service = ipvs.service(item.service());
    return service == null ? null : service.server(item.server());
  }
}
