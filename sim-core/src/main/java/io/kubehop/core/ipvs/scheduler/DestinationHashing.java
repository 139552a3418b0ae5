package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.Packet;
import io.kubehop.core.time.Journal;
import org.jspecify.annotations.Nullable;

/**
 * dh: 256 buckets, found by the address that the client called and dealt out one by one; the weight
 * counts only as 0 or not. A virtual server with one address thus has one real server.
 */
final class DestinationHashing extends HashingScheduler {
  private static final int BITS = 8;

  DestinationHashing(Candidates servers, Journal journal) {
    super(servers, journal);
  }

  @Override
  public @Nullable Candidate schedule(Packet packet) {
    int folded = AddressHash.fold(packet.destinationHigh(), packet.destinationLow());
    Candidate server = buckets()[AddressHash.multiplicative(folded, BITS)];
    return server != null && server.isAvailable() && isUsable(server) ? server : null;
  }

  @Override
  @Nullable Candidate[] fill() {
    @Nullable Candidate[] buckets = new @Nullable Candidate[1 << BITS];
    Candidate server = servers.first();
    for (int i = 0; i < buckets.length && server != null; i++) {
      buckets[i] = server;
      server = server.next() == null ? servers.first() : server.next();
    }
    return buckets;
  }
}
