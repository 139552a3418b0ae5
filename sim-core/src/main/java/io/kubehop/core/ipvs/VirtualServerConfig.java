package io.kubehop.core.ipvs;

import io.kubehop.core.ipvs.scheduler.SchedulerFlags;
import io.kubehop.core.ipvs.scheduler.SchedulerKind;
import io.kubehop.core.net.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ipvsadm -A} says of a virtual server.
 *
 * @param key what tells it apart
 * @param scheduler how it chooses
 * @param schedulerFlags of {@link SchedulerFlags}
 * @param persistence that clients keep their server, or null
 * @param onePacket whether every datagram is scheduled on its own
 */
public record VirtualServerConfig(
    VirtualServerKey key,
    SchedulerKind scheduler,
    int schedulerFlags,
    @Nullable Persistence persistence,
    boolean onePacket) {

  /** Checks what ipvsadm checks. */
  public VirtualServerConfig {
    if (!key.isByMark() && key.port() == 0 && persistence == null) {
      throw new IllegalArgumentException(key + ": port 0 takes a persistent virtual server");
    }
    if (onePacket && !key.isByMark() && key.protocol() != Protocol.UDP.number()) {
      throw new IllegalArgumentException(key + ": one-packet scheduling is for UDP");
    }
    if ((schedulerFlags & ~SchedulerFlags.ALL) != 0) {
      throw new IllegalArgumentException(
          key + ": 0x" + Integer.toHexString(schedulerFlags) + " has more than scheduler flags");
    }
  }

  /** One with neither flags nor persistence. */
  public static VirtualServerConfig of(VirtualServerKey key, SchedulerKind scheduler) {
    return new VirtualServerConfig(key, scheduler, 0, null, false);
  }

  /** The same with scheduler flags. */
  public VirtualServerConfig withFlags(int flags) {
    return new VirtualServerConfig(key, scheduler, flags, persistence, onePacket);
  }

  /** The same with persistence, or without if null. */
  public VirtualServerConfig withPersistence(@Nullable Persistence value) {
    return new VirtualServerConfig(key, scheduler, schedulerFlags, value, onePacket);
  }

  /** The same with one-packet scheduling, or without. */
  public VirtualServerConfig withOnePacket(boolean value) {
    return new VirtualServerConfig(key, scheduler, schedulerFlags, persistence, value);
  }
}
