package io.kubehop.core.conntrack;

import io.kubehop.core.net.Packet;
import org.jspecify.annotations.Nullable;

/** A packet on a host that tracks connections: where tracking leaves what it found. */
public interface TrackedPacket {

  /** The packet. */
  Packet packet();

  /** The connection that it belongs to; null if untracked, invalid or not looked up. */
  @Nullable Connection connection();

  /** What it is to its connection. */
  CtState ctState();

  /** Whether it travels in the reply direction. */
  boolean isReply();

  /** Sets what was found. */
  void setTracked(@Nullable Connection found, CtState state, boolean inReplyDirection);
}
