package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.Simulation;

/**
 * What lblc and lblcr share: when a server counts as overloaded, and how long an address is
 * remembered.
 */
final class Locality {
  /** The sysctls lblc_expiration and lblcr_expiration, in nanoseconds. */
  static final long EXPIRATION = 24L * 60 * 60 * 1_000_000_000L;

  /**
   * The kernel looks for unused addresses once a minute, but thoroughly only each thirtieth time.
   */
  private static final long CHECK_PERIOD = 30L * 60 * 1_000_000_000L;

  private final Simulation simulation;
  private final long start;
  private final LongCell checks; // that have been caught up with

  Locality(Simulation simulation) {
    this.simulation = simulation;
    this.start = simulation.now();
    this.checks = new LongCell(simulation.journal(), 0);
  }

  long now() {
    return simulation.now();
  }

  /** Whether a check has come due since this was last asked. */
  boolean isCheckDue() {
    long due = (now() - start) / CHECK_PERIOD;
    if (due == checks.get()) {
      return false;
    }
    checks.set(due);
    return true;
  }

  /** Whether the last check threw out an address that was last used then. */
  boolean isForgotten(long lastUse) {
    long due = (now() - start) / CHECK_PERIOD;
    return lastUse + EXPIRATION <= start + due * CHECK_PERIOD;
  }

  /**
   * Whether a server has more active connections than its weight while another has less than half.
   */
  static boolean isOverloaded(Candidate server, Candidates servers) {
    if (server.activeConnections() <= server.weight()) {
      return false;
    }
    for (Candidate other = servers.first(); other != null; other = other.next()) {
      if (other.activeConnections() * 2 < other.weight()) {
        return true;
      }
    }
    return false;
  }
}
