package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.Packet;
import org.jspecify.annotations.Nullable;

/**
 * ovf: the server with the highest weight among those whose active connections do not exceed it. A
 * server thus takes one connection more than its weight before the next one is used.
 */
final class WeightedOverflow implements Scheduler {
  private final Candidates servers;

  WeightedOverflow(Candidates servers) {
    this.servers = servers;
  }

  @Override
  public @Nullable Candidate schedule(Packet packet) {
    Candidate highest = null;
    for (Candidate server = servers.first(); server != null; server = server.next()) {
      int weight = server.weight();
      if (server.isOverloaded() || weight == 0 || server.activeConnections() > weight) {
        continue;
      }
      if (highest == null || weight > highest.weight()) {
        highest = server;
      }
    }
    return highest;
  }
}
