package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.time.Journal;
import io.kubehop.core.time.RefCell;
import org.jspecify.annotations.Nullable;

/**
 * What the hashing schedulers share: a table that is made anew after each change of the servers.
 */
abstract class HashingScheduler implements Scheduler {
  final Candidates servers;
  private final RefCell<BucketTable> table;
  private final BucketTable.Filler filler = this::fill;

  HashingScheduler(Candidates servers, Journal journal) {
    this.servers = servers;
    this.table = new RefCell<>(journal, new BucketTable());
  }

  /** Deals the buckets out to the servers as they are now. */
  abstract @Nullable Candidate[] fill();

  final @Nullable Candidate[] buckets() {
    return table.get().buckets(filler);
  }

  @Override
  public void serversChanged() {
    table.set(new BucketTable());
  }

  static boolean isUsable(Candidate server) {
    return server.weight() > 0 && !server.isOverloaded();
  }
}
