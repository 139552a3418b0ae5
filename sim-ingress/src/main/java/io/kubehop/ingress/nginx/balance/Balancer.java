package io.kubehop.ingress.nginx.balance;

import io.kubehop.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** Chooses among the endpoints of one upstream. */
interface Balancer {

  /** The endpoint for the next attempt; null if it has none to offer. */
  @Nullable Pick pick(PickRequest request);

  /** Whether the client has a cookie that keeps it with this upstream. */
  default boolean isAffinitized(PickRequest request) {
    return false;
  }

  /** An endpoint has answered after some nanoseconds. */
  default void answered(SocketAddress endpoint, long nanos) {}
}
