package io.kubehop.core.ipvs.scheduler;

import org.jspecify.annotations.Nullable;

/**
 * A hash table from buckets to servers. It follows from the servers alone, so each change of them
 * brings a new, empty table, which is filled when it is first asked: ten thousand virtual servers
 * that nobody calls cost nothing, and a rollback brings the old table back.
 */
final class BucketTable {
  private @Nullable Candidate @Nullable [] buckets;

  /** The buckets, made by the given filler if this is the first time. */
  @Nullable Candidate[] buckets(Filler filler) {
    @Nullable Candidate[] filled = buckets;
    if (filled == null) {
      filled = filler.fill();
      buckets = filled;
    }
    return filled;
  }

  interface Filler {
    @Nullable Candidate[] fill();
  }
}
