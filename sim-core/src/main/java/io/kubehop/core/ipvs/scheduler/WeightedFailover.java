package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.Packet;
import org.jspecify.annotations.Nullable;

/** fo: the server with the highest weight, the first of several. */
final class WeightedFailover implements Scheduler {
  private final Candidates servers;

  WeightedFailover(Candidates servers) {
    this.servers = servers;
  }

  @Override
  public @Nullable Candidate schedule(Packet packet) {
    Candidate highest = null;
    int weight = 0;
    for (Candidate server = servers.first(); server != null; server = server.next()) {
      if (!server.isOverloaded() && server.weight() > weight) {
        highest = server;
        weight = server.weight();
      }
    }
    return highest;
  }
}
