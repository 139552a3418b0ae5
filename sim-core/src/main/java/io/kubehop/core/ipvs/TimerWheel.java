package io.kubehop.core.ipvs;

/**
 * When the timers of a host fire. The kernel's timer wheel (kernel/time/timer.c) never fires early,
 * but late by up to an eighth of the timeout, because timers that are far off share a slot; how
 * late depends on how long the machine has been up.
 *
 * <p>{@link #ON_TIME} fires at the first moment that the kernel allows.
 */
public final class TimerWheel {
  /** Fires exactly when a timeout ends. */
  public static final TimerWheel ON_TIME = new TimerWheel(0, false);

  /** One tick at HZ=250, in nanoseconds. */
  static final long TICK = 4_000_000L;

  // The kernel starts counting five minutes before a 32-bit overflow.
  private static final long INITIAL_JIFFIES = (1L << 32) - 300 * 250;
  private static final int LEVEL_SHIFT = 3;
  private static final int LEVEL_SIZE = 64;
  private static final int TOP_LEVEL = 8;

  private final long uptime;
  private final boolean wheel;

  private TimerWheel(long uptime, boolean wheel) {
    this.uptime = uptime;
    this.wheel = wheel;
  }

  /**
   * The wheel of a kernel with HZ=250.
   *
   * @param uptime how long the machine has been up at virtual time 0, in nanoseconds
   */
  public static TimerWheel ofUptime(long uptime) {
    if (uptime < 0) {
      throw new IllegalArgumentException("uptime " + uptime + " ns is negative");
    }
    return new TimerWheel(uptime, true);
  }

  /** When a timer fires that is set now, all in nanoseconds. */
  long fires(long now, long timeout) {
    if (!wheel) {
      return now + timeout;
    }
    long clock = INITIAL_JIFFIES + (uptime + now) / TICK;
    long expires = clock + timeout / TICK;
    int shift = LEVEL_SHIFT * level(expires - clock);
    long slot = ((expires >> shift) + 1) << shift;
    return (slot - INITIAL_JIFFIES) * TICK - uptime;
  }

  private static int level(long ticks) {
    int level = 0;
    while (level < TOP_LEVEL && ticks >= (LEVEL_SIZE - 1L) << (LEVEL_SHIFT * level)) {
      level++;
    }
    return level;
  }
}
