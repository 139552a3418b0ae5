package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.Packet;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.StateDigest;
import org.jspecify.annotations.Nullable;

/**
 * Chooses real servers for one virtual server (struct ip_vs_scheduler, and what it keeps in {@code
 * sched_data}). Its state is journalled.
 */
public interface Scheduler extends Digestible {

  /**
   * The server for the connection that a packet begins; null if there is none that may be taken.
   */
  @Nullable Candidate schedule(Packet packet);

  /** A server was added, changed (be it to what it was) or removed. */
  default void serversChanged() {}

  /**
   * A server was unlinked, just before {@link #serversChanged}.
   *
   * @param before the one that stood before it; null if it was the first
   */
  default void serverRemoved(Candidate removed, @Nullable Candidate before) {}

  /** The virtual server is gone, or takes another scheduler. */
  default void close() {}

  /**
   * Feeds what it remembers from one decision to the next. Tables that follow from the servers need
   * not be fed.
   */
  @Override
  default void digestTo(StateDigest digest) {}
}
