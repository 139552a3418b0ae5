package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.Packet;
import io.kubehop.core.time.Journal;
import org.jspecify.annotations.Nullable;

/**
 * sh: 256 buckets, found by the client's address. Each server gets as many in a row as its weight
 * (a drained one still gets one), then round again.
 */
final class SourceHashing extends HashingScheduler {
  private static final int BITS = 8;
  private static final int SIZE = 1 << BITS;

  SourceHashing(Candidates servers, Journal journal) {
    super(servers, journal);
  }

  @Override
  public @Nullable Candidate schedule(Packet packet) {
    int flags = servers.schedulerFlags();
    int port = (flags & SchedulerFlags.PORT) != 0 ? packet.sourcePort() : 0;
    int folded = AddressHash.fold(packet.sourceHigh(), packet.sourceLow());
    int hash = AddressHash.multiplicative(folded + port, BITS);
    @Nullable Candidate[] buckets = buckets();
    Candidate server = buckets[hash];
    if (server == null || isUsable(server)) {
      return server;
    }
    return (flags & SchedulerFlags.FALLBACK) != 0 ? fallback(buckets, hash) : null;
  }

  /**
   * Goes round the table, from the bucket at twice the hash on: the offset itself begins at the
   * hash.
   */
  private static @Nullable Candidate fallback(@Nullable Candidate[] buckets, int hash) {
    for (int i = 0; i < SIZE; i++) {
      Candidate server = buckets[(hash + hash + i) & (SIZE - 1)];
      if (server == null || isUsable(server)) {
        return server;
      }
    }
    return null;
  }

  @Override
  @Nullable Candidate[] fill() {
    @Nullable Candidate[] buckets = new @Nullable Candidate[SIZE];
    Candidate server = servers.first();
    int dealt = 0;
    for (int i = 0; i < SIZE && server != null; i++) {
      buckets[i] = server;
      if (++dealt >= server.weight()) {
        dealt = 0;
        server = server.next() == null ? servers.first() : server.next();
      }
    }
    return buckets;
  }
}
