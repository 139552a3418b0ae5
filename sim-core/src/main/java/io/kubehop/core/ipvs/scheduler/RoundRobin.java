package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.Packet;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.StateDigest;
import org.jspecify.annotations.Nullable;

/**
 * rr: goes on from the server that was used last. A server that is added does not move the pointer;
 * if the server that it points at is removed, it steps back, so that nobody is skipped.
 */
final class RoundRobin implements Scheduler {
  private final Candidates servers;
  private final NullableCell<Candidate> last; // null: the head of the list

  RoundRobin(Candidates servers, Journal journal) {
    this.servers = servers;
    this.last = new NullableCell<>(journal);
  }

  @Override
  public @Nullable Candidate schedule(Packet packet) {
    Candidate start = last.get();
    Candidate chosen = start == null ? null : firstUsable(start.next(), null);
    if (chosen == null) {
      chosen = firstUsable(servers.first(), start);
    }
    if (chosen != null) {
      last.set(chosen);
    }
    return chosen;
  }

  /** The first server that may be taken, up to and including the one to stop at. */
  private static @Nullable Candidate firstUsable(
      @Nullable Candidate from, @Nullable Candidate stopAt) {
    for (Candidate server = from; server != null; server = server.next()) {
      if (!server.isOverloaded() && server.weight() > 0) {
        return server;
      }
      if (server == stopAt) {
        return null;
      }
    }
    return null;
  }

  @Override
  public void serverRemoved(Candidate removed, @Nullable Candidate before) {
    if (last.get() == removed) {
      last.set(before);
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    Positions.digest(digest, servers, last.get());
  }
}
