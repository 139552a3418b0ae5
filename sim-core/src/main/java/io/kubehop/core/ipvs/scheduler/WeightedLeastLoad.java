package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.Packet;
import org.jspecify.annotations.Nullable;

/** wlc and sed: the server that has the least to do for its weight, the first of several. */
final class WeightedLeastLoad implements Scheduler {
  private final Candidates servers;
  private final Load load;

  WeightedLeastLoad(Candidates servers, Load load) {
    this.servers = servers;
    this.load = load;
  }

  @Override
  public @Nullable Candidate schedule(Packet packet) {
    return choose(servers, load);
  }

  static @Nullable Candidate choose(Candidates servers, Load load) {
    Candidate least = null;
    for (Candidate server = servers.first(); server != null; server = server.next()) {
      if (server.isOverloaded() || server.weight() == 0) {
        continue;
      }
      if (least == null || load.isLighter(server, least)) {
        least = server;
      }
    }
    return least;
  }
}
