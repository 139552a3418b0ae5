package io.kubehop.kubeproxy.sync;

/**
 * When a proxy wrote last and when it writes next, in nanoseconds of virtual time.
 *
 * @param minPeriod how long it leaves rules alone after it wrote
 * @param lastSync when it wrote last; {@link #NEVER} before
 * @param due when it writes next; {@link #NEVER} while nothing asks for it
 * @param starting whether it waits for its first objects
 */
record Pace(long minPeriod, long lastSync, long due, boolean starting) {
  static final long NEVER = -1;

  static Pace starting(long minPeriod, long due) {
    return new Pace(minPeriod, NEVER, due, true);
  }

  boolean isIdle() {
    return due == NEVER;
  }

  /** Something changed. */
  Pace requested(long now) {
    long earliest = lastSync == NEVER ? now : lastSync + minPeriod;
    return new Pace(minPeriod, lastSync, Math.max(now, earliest), false);
  }

  /** It wrote. The first time is no reason to wait before the second. */
  Pace synced(long now) {
    return new Pace(minPeriod, starting ? NEVER : now, NEVER, false);
  }
}
