package io.kubehop.core.ipvs.scheduler;

/**
 * The flags that {@code ipvsadm --sched-flags} sets (include/uapi/linux/ip_vs.h, IP_VS_SVC_F_SCHED1
 * and on).
 */
public final class SchedulerFlags {
  /**
   * {@code flag-1}; for sh and mh: if the server that a client hashes to is unavailable, take
   * another.
   */
  public static final int FALLBACK = 0x08;

  /** {@code flag-2}; for sh and mh: the source port goes into the hash. */
  public static final int PORT = 0x10;

  /** {@code flag-3}, which no scheduler reads. */
  public static final int FLAG_3 = 0x20;

  /** All of them. */
  public static final int ALL = FALLBACK | PORT | FLAG_3;

  private SchedulerFlags() {}
}
