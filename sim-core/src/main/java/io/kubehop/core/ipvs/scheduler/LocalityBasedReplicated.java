package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import org.jspecify.annotations.Nullable;

/**
 * lblcr: each address that clients call has a set of servers, of which wlc chooses. When the chosen
 * one is overloaded while another idles, the choice of wlc among all joins the set; a set that has
 * not changed for a day loses its most loaded server.
 *
 * <p>A server that is removed stays in the sets: when it is added again, it is a member again.
 *
 * <p>Not modelled: beyond 16,384 addresses the kernel also forgets those unused for six minutes.
 */
final class LocalityBasedReplicated implements Scheduler {
  private final Candidates servers;
  private final Locality locality;
  private final JournaledMap<IpAddress, ReplicaSet> sets;

  LocalityBasedReplicated(Candidates servers, Simulation simulation) {
    this.servers = servers;
    this.locality = new Locality(simulation);
    this.sets = new JournaledMap<>(simulation.journal());
  }

  @Override
  public @Nullable Candidate schedule(Packet packet) {
    if (locality.isCheckDue()) {
      dropForgotten();
    }
    IpAddress called = packet.destination();
    ReplicaSet known = sets.get(called);
    long now = locality.now();
    ReplicaSet set = known == null ? ReplicaSet.empty(now) : known.usedAt(now);
    Candidate chosen = set.leastLoaded();
    set = withoutMostLoaded(set);
    if (chosen == null || Locality.isOverloaded(chosen, servers)) {
      chosen = WeightedLeastLoad.choose(servers, Load.CONNECTIONS);
      if (chosen != null && !set.contains(chosen)) {
        chosen.hold();
        set = set.with(chosen, now);
      }
    }
    if (known != null || chosen != null) {
      sets.put(called, set);
    }
    return chosen;
  }

  private ReplicaSet withoutMostLoaded(ReplicaSet set) {
    long now = locality.now();
    Candidate most =
        set.size() > 1 && now > set.lastChange() + Locality.EXPIRATION ? set.mostLoaded() : null;
    if (most == null) {
      return set;
    }
    most.release();
    return set.without(most, now);
  }

  private void dropForgotten() {
    sets.forEach(
        (called, set) -> {
          if (locality.isForgotten(set.lastUse())) {
            set.release();
            sets.remove(called);
          }
        });
  }

  @Override
  public void close() {
    sets.forEach((called, set) -> set.release());
    sets.clear();
  }

  @Override
  public void digestTo(StateDigest digest) {
    sets.forEach(
        (called, set) -> {
          if (!locality.isForgotten(set.lastUse())) {
            digest.add(called.high()).add(called.low()).add(set);
          }
        });
  }
}
