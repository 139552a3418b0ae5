package io.kubehop.core.netfilter;

import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.StateDigest;
import io.kubehop.core.time.Undoable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One address in a {@link RecentList} with the times when it was seen, as many as the largest
 * {@code --hitcount} can ask for.
 */
public final class RecentEntry implements Undoable, Digestible {
  /** More stamps than {@code --hitcount} can ask for. */
  private static final int MOST_STAMPS = 1 << 16;

  private static final int TTL_SLOT = -1;
  private static final int COUNT_SLOT = -2;

  private final Journal journal;
  private final long high;
  private final long low;
  private long[] stamps = new long[4];
  private int count;
  private int ttl;
  @Nullable RecentEntry before;
  @Nullable RecentEntry after;
  @Nullable RecentEntry nextInBucket;

  RecentEntry(Journal journal, long high, long low) {
    this.journal = journal;
    this.high = high;
    this.low = low;
  }

  long high() {
    return high;
  }

  long low() {
    return low;
  }

  int ttl() {
    return ttl;
  }

  boolean isOf(long otherHigh, long otherLow) {
    return high == otherHigh && low == otherLow;
  }

  /** When it was seen last, in nanoseconds. */
  public long lastSeen() {
    return stamps[(count - 1) % MOST_STAMPS];
  }

  /**
   * Whether it was seen often enough.
   *
   * @param since stamps before this time do not count
   * @param hits how many must count; 0 means one
   */
  public boolean wasSeen(long since, int hits) {
    int needed = Math.max(1, hits);
    int kept = Math.min(count, MOST_STAMPS);
    // Stamps only grow, so it is enough to look at the one that makes the number full.
    return kept >= needed && stamps[(count - needed) % MOST_STAMPS] >= since;
  }

  void stamp(long now, int newTtl) {
    int slot = count % MOST_STAMPS;
    if (slot >= stamps.length) {
      stamps = Arrays.copyOf(stamps, stamps.length * 2);
    }
    journal.log(this, slot, stamps[slot], null);
    journal.log(this, COUNT_SLOT, count, null);
    journal.log(this, TTL_SLOT, ttl, null);
    stamps[slot] = now;
    count++;
    ttl = newTtl;
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    switch (slot) {
      case TTL_SLOT -> ttl = (int) oldLong;
      case COUNT_SLOT -> count = (int) oldLong;
      default -> stamps[slot] = oldLong;
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(high).add(low).add(ttl).add(count);
    for (int i = Math.max(0, count - MOST_STAMPS); i < count; i++) {
      digest.add(stamps[i % MOST_STAMPS]);
    }
  }
}
