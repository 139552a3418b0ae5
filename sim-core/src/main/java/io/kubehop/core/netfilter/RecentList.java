package io.kubehop.core.netfilter;

import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.StateDigest;
import io.kubehop.core.time.Undoable;
import org.jspecify.annotations.Nullable;

/**
 * One list of {@code -m recent} on one host: addresses, the one seen longest ago first. It holds
 * 100 addresses, the module's default; one more pushes out the first (net/netfilter/xt_recent.c).
 */
public final class RecentList implements Undoable, Digestible {
  /** How many addresses a list holds (module parameter ip_list_tot). */
  public static final int CAPACITY = 100;

  private static final int BUCKETS = 128;
  private static final int LINKED = 0;
  private static final int UNLINKED = 1;

  private final Journal journal;
  private final @Nullable RecentEntry[] buckets = new @Nullable RecentEntry[BUCKETS];
  private @Nullable RecentEntry oldest;
  private @Nullable RecentEntry newest;
  private int size;

  RecentList(Journal journal) {
    this.journal = journal;
  }

  /**
   * The entry of an address, or null. A {@code ttl} other than 0 must be that of the entry's last
   * packet.
   */
  public @Nullable RecentEntry find(long high, long low, int ttl) {
    RecentEntry entry = buckets[bucket(high, low)];
    while (entry != null && !(entry.isOf(high, low) && (ttl == 0 || ttl == entry.ttl()))) {
      entry = entry.nextInBucket;
    }
    return entry;
  }

  /** The entry that was touched longest ago, or null. */
  public @Nullable RecentEntry oldest() {
    return oldest;
  }

  /** Adds an address with its first stamp. */
  public void add(long high, long low, int ttl, long now) {
    if (size == CAPACITY && oldest != null) {
      remove(oldest);
    }
    RecentEntry entry = new RecentEntry(journal, high, low);
    entry.stamp(now, ttl);
    append(entry);
  }

  /** Adds a stamp to an entry and moves it to the end. */
  public void touch(RecentEntry entry, long now, int ttl) {
    entry.stamp(now, ttl);
    remove(entry);
    append(entry);
  }

  /** Takes an entry out. */
  public void remove(RecentEntry entry) {
    unlink(entry);
    journal.log(this, UNLINKED, 0, entry);
  }

  private void append(RecentEntry entry) {
    entry.before = newest;
    entry.after = null;
    link(entry);
    journal.log(this, LINKED, 0, entry);
  }

  @Override
  public void undo(int slot, long oldLong, @Nullable Object oldRef) {
    if (oldRef instanceof RecentEntry entry) {
      if (slot == LINKED) {
        unlink(entry);
      } else {
        link(entry);
      }
    }
  }

  private void link(RecentEntry entry) {
    if (entry.before == null) {
      oldest = entry;
    } else {
      entry.before.after = entry;
    }
    if (entry.after == null) {
      newest = entry;
    } else {
      entry.after.before = entry;
    }
    int bucket = bucket(entry.high(), entry.low());
    entry.nextInBucket = buckets[bucket];
    buckets[bucket] = entry;
    size++;
  }

  private void unlink(RecentEntry entry) {
    if (entry.before == null) {
      oldest = entry.after;
    } else {
      entry.before.after = entry.after;
    }
    if (entry.after == null) {
      newest = entry.before;
    } else {
      entry.after.before = entry.before;
    }
    int bucket = bucket(entry.high(), entry.low());
    buckets[bucket] = without(buckets[bucket], entry);
    size--;
  }

  private static @Nullable RecentEntry without(@Nullable RecentEntry head, RecentEntry entry) {
    if (head == null || head == entry) {
      return entry.nextInBucket;
    }
    RecentEntry at = head;
    while (at.nextInBucket != entry && at.nextInBucket != null) {
      at = at.nextInBucket;
    }
    at.nextInBucket = entry.nextInBucket;
    return head;
  }

  private static int bucket(long high, long low) {
    long mixed = (high ^ low) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 57);
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(size);
    for (RecentEntry entry = oldest; entry != null; entry = entry.after) {
      digest.add(entry);
    }
  }
}
