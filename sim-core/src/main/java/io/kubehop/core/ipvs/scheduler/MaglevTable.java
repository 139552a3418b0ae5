package io.kubehop.core.ipvs.scheduler;

import org.jspecify.annotations.Nullable;

/**
 * Fills a lookup table of mh: each server has an order in which it wants the entries, and in each
 * round takes as many of those still free as it has turns.
 */
final class MaglevTable {
  private static final int SIZE = MaglevHashing.SIZE;
  private static final long SKIP_KEY = 2_654_446_892L;

  /**
   * Turns beyond these bits of the greatest weight are shifted out (half of
   * CONFIG_IP_VS_MH_TAB_INDEX).
   */
  private static final int WEIGHT_BITS = 6;

  private final Candidates servers;
  private final int[] wanted;
  private final int[] skips;
  private final int[] turns;
  private final @Nullable Candidate[] entries = new @Nullable Candidate[SIZE];
  private int taken;

  MaglevTable(Candidates servers) {
    this.servers = servers;
    this.wanted = new int[servers.count()];
    this.skips = new int[servers.count()];
    this.turns = new int[servers.count()];
  }

  /** The entries; all null if no server ever had a weight. */
  @Nullable Candidate[] populate() {
    int divisor = 0;
    int greatest = 0;
    for (Candidate server = servers.first(); server != null; server = server.next()) {
      divisor = CommonDivisor.of(divisor, server.lastWeight());
      greatest = Math.max(greatest, server.lastWeight());
    }
    if (divisor > 0) {
      prepare(divisor, shift(greatest / divisor));
      while (taken < SIZE) {
        takeTurns();
      }
    }
    return entries;
  }

  private static int shift(int greatestShare) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(greatestShare);
    return Math.max(0, bits - WEIGHT_BITS);
  }

  private void prepare(int divisor, int shift) {
    int i = 0;
    for (Candidate server = servers.first(); server != null; server = server.next()) {
      int value = AddressHash.fold(server.addressHigh(), server.addressLow()) + server.port();
      wanted[i] = MaglevHashing.hash(value, MaglevHashing.LOOKUP_KEY, SIZE);
      skips[i] = MaglevHashing.hash(value, SKIP_KEY, SIZE - 1) + 1;
      int share = (server.lastWeight() / divisor) >> shift;
      turns[i] = share == 0 && server.lastWeight() != 0 ? 1 : share;
      i++;
    }
  }

  private void takeTurns() {
    int i = 0;
    for (Candidate server = servers.first(); server != null; server = server.next()) {
      for (int turn = 0; turn < turns[i] && taken < SIZE; turn++) {
        entries[nextFree(i)] = server;
        taken++;
      }
      i++;
    }
  }

  private int nextFree(int i) {
    while (entries[wanted[i]] != null) {
      wanted[i] += skips[i];
      if (wanted[i] >= SIZE) {
        wanted[i] -= SIZE;
      }
    }
    return wanted[i];
  }
}
