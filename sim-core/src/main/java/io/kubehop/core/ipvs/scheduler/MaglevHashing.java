package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.Packet;
import io.kubehop.core.time.Journal;
import org.jspecify.annotations.Nullable;

/**
 * mh: Maglev hashing (Eisenbud and others, NSDI 2016, 3.4) over the client's address, so that most
 * clients keep their server when another one comes or goes. A drained server keeps its entries,
 * because the table goes by the last weight other than 0.
 */
final class MaglevHashing extends HashingScheduler {
  /** The prime for CONFIG_IP_VS_MH_TAB_INDEX=12. */
  static final int SIZE = 4093;

  static final long LOOKUP_KEY = 2_654_435_761L;

  MaglevHashing(Candidates servers, Journal journal) {
    super(servers, journal);
  }

  @Override
  public @Nullable Candidate schedule(Packet packet) {
    int flags = servers.schedulerFlags();
    int port = (flags & SchedulerFlags.PORT) != 0 ? packet.sourcePort() : 0;
    int value = AddressHash.fold(packet.sourceHigh(), packet.sourceLow()) + port;
    int hash = hash(value, LOOKUP_KEY, SIZE);
    @Nullable Candidate[] buckets = buckets();
    Candidate server = buckets[hash];
    if (server == null || isUsable(server)) {
      return server;
    }
    return (flags & SchedulerFlags.FALLBACK) != 0 ? fallback(buckets, value, hash) : null;
  }

  /** Hashes again with a number added that goes round the table from the first hash on. */
  private static @Nullable Candidate fallback(
      @Nullable Candidate[] buckets, int value, int firstHash) {
    for (int i = 0; i < SIZE; i++) {
      int added = (i + firstHash) % SIZE;
      Candidate server = buckets[hash(value + added, LOOKUP_KEY, SIZE)];
      if (server == null || isUsable(server)) {
        return server;
      }
    }
    return null;
  }

  static int hash(int value, long key, int modulus) {
    return Integer.remainderUnsigned(SipHash.of(value, key), modulus);
  }

  /** With more servers than entries, the kernel keeps the table that it has. */
  @Override
  public void serversChanged() {
    if (servers.count() > SIZE) {
      return;
    }
    super.serversChanged();
    if (servers.count() == SIZE) {
      buckets(); // while it can still be made from the servers that it is for
    }
  }

  @Override
  @Nullable Candidate[] fill() {
    return new MaglevTable(servers).populate();
  }
}
