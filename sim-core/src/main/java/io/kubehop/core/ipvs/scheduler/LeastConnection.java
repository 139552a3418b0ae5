package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.Packet;
import org.jspecify.annotations.Nullable;

/**
 * lc: the server with the fewest connections, the first of several. The weight counts only as 0 or
 * not.
 */
final class LeastConnection implements Scheduler {
  private final Candidates servers;

  LeastConnection(Candidates servers) {
    this.servers = servers;
  }

  @Override
  public @Nullable Candidate schedule(Packet packet) {
    Candidate least = null;
    int leastLoad = 0;
    for (Candidate server = servers.first(); server != null; server = server.next()) {
      if (server.isOverloaded() || server.weight() == 0) {
        continue;
      }
      int load = Load.CONNECTIONS.of(server);
      if (least == null || Integer.compareUnsigned(load, leastLoad) < 0) {
        least = server;
        leastLoad = load;
      }
    }
    return least;
  }
}
