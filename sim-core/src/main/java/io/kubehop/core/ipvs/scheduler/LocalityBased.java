package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import org.jspecify.annotations.Nullable;

/**
 * lblc: each address that clients call stays with one server, first the choice of wlc. It moves
 * when its server is drained, gone, or overloaded while another idles.
 *
 * <p>Not modelled: beyond 16,384 addresses the kernel also forgets those unused for six minutes.
 */
final class LocalityBased implements Scheduler {
  private final Candidates servers;
  private final Locality locality;
  private final JournaledMap<IpAddress, Mapping> mappings;

  LocalityBased(Candidates servers, Simulation simulation) {
    this.servers = servers;
    this.locality = new Locality(simulation);
    this.mappings = new JournaledMap<>(simulation.journal());
  }

  @Override
  public @Nullable Candidate schedule(Packet packet) {
    if (locality.isCheckDue()) {
      dropForgotten();
    }
    IpAddress called = packet.destination();
    Mapping mapping = mappings.get(called);
    if (mapping != null) {
      mappings.put(called, new Mapping(mapping.server, locality.now()));
      if (isStillGood(mapping.server)) {
        return mapping.server;
      }
    }
    Candidate chosen = WeightedLeastLoad.choose(servers, Load.CONNECTIONS);
    if (chosen != null && (mapping == null || mapping.server != chosen)) {
      chosen.hold();
      mappings.put(called, new Mapping(chosen, locality.now()));
      if (mapping != null) {
        mapping.server.release();
      }
    }
    return chosen;
  }

  private boolean isStillGood(Candidate server) {
    return server.isAvailable() && server.weight() > 0 && !Locality.isOverloaded(server, servers);
  }

  private void dropForgotten() {
    mappings.forEach(
        (called, mapping) -> {
          if (locality.isForgotten(mapping.lastUse)) {
            mapping.server.release();
            mappings.remove(called);
          }
        });
  }

  @Override
  public void close() {
    mappings.forEach((called, mapping) -> mapping.server.release());
    mappings.clear();
  }

  @Override
  public void digestTo(StateDigest digest) {
    mappings.forEach(
        (called, mapping) -> {
          if (!locality.isForgotten(mapping.lastUse)) {
            digest.add(called.high()).add(called.low()).add(mapping.lastUse);
            digest.add(mapping.server.addressHigh()).add(mapping.server.addressLow());
            digest.add(mapping.server.port());
          }
        });
  }

  private record Mapping(Candidate server, long lastUse) {}
}
