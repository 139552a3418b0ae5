package io.kubehop.dns.plugins;

import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.Simulation;

/** Counts how often entries of a cache are asked for, in order to renew popular ones in time. */
final class Popularity {
  private final Simulation simulation;
  private final Prefetch prefetch;
  private final JournaledMap<CacheKey, Hits> hits;

  Popularity(Simulation simulation, Prefetch prefetch) {
    this.simulation = simulation;
    this.prefetch = prefetch;
    this.hits = new JournaledMap<>(simulation.journal());
  }

  /**
   * When an entry is renewed before it expires.
   *
   * @param hits from how many hits on; 0: never
   * @param window hits count if no two are farther apart than this, in nanoseconds
   * @param percentage of its TTL that may remain at most
   */
  record Prefetch(int hits, long window, int percentage) {
    static final Prefetch NEVER = new Prefetch(0, 60_000_000_000L, 10);
  }

  private record Hits(int count, long last) {}

  /** Counts a hit; says whether the entry is popular and near its end. */
  boolean isAboutToExpire(CacheKey key, CacheItem item) {
    if (prefetch.hits == 0) {
      return false;
    }
    long now = simulation.now();
    Hits before = hits.get(key);
    boolean goesOn = before != null && now - before.last < prefetch.window;
    int count = before != null && goesOn ? before.count + 1 : 1;
    hits.put(key, new Hits(count, now));
    long threshold = (prefetch.percentage * item.ttl() + 99) / 100;
    return count >= prefetch.hits && item.remaining(now) <= threshold;
  }
}
