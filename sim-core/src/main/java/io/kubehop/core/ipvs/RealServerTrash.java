package io.kubehop.core.ipvs;

import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.StateDigest;
import org.jspecify.annotations.Nullable;

/**
 * The real servers that were removed but are still referred to. (The kernel keeps others for two
 * minutes, too; being without a connection, they cannot be told from new ones.)
 */
final class RealServerTrash implements Digestible {
  private final JournaledMap<Place, RealServer> servers;

  RealServerTrash(Journal journal) {
    this.servers = new JournaledMap<>(journal);
  }

  void put(RealServer server) {
    if (server.isReferred()) {
      servers.put(placeOf(server), server);
    }
  }

  /** Takes a server out, to be used again; null if there is none. */
  @Nullable RealServer take(VirtualServerKey service, SocketAddress socket) {
    return servers.remove(new Place(service, socket));
  }

  void forget(RealServer server) {
    servers.remove(placeOf(server));
  }

  private static Place placeOf(RealServer server) {
    return new Place(server.service(), server.socket());
  }

  @Override
  public void digestTo(StateDigest digest) {
    servers.forEach((place, server) -> digest.add(place.service.toString()).add(server));
  }

  private record Place(VirtualServerKey service, SocketAddress socket) {}
}
