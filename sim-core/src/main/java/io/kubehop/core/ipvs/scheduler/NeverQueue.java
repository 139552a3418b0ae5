package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.Packet;
import org.jspecify.annotations.Nullable;

/**
 * nq: the first server without an active connection, whatever its weight; if all are busy, as sed.
 */
final class NeverQueue implements Scheduler {
  private final Candidates servers;

  NeverQueue(Candidates servers) {
    this.servers = servers;
  }

  @Override
  public @Nullable Candidate schedule(Packet packet) {
    for (Candidate server = servers.first(); server != null; server = server.next()) {
      if (!server.isOverloaded() && server.weight() != 0 && server.activeConnections() == 0) {
        return server;
      }
    }
    return WeightedLeastLoad.choose(servers, Load.EXPECTED_DELAY);
  }
}
