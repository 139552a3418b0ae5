package io.kubehop.core.host;

import org.jspecify.annotations.Nullable;

/**
 * Judges packets that are about to leave a host, after their destination and before their source is
 * rewritten: what a network plugin does in a chain at POSTROUTING that stands before source NAT (as
 * {@code kube-network-policies} has it, priority {@code srcnat - 5}). It sees forwarded packets and
 * the host's own.
 */
public interface DepartureFilter {

  /** Lets everything pass. */
  DepartureFilter NONE = flight -> null;

  /** Why a packet must not leave, in one line; null if it may. */
  @Nullable String refusal(Flight flight);
}
