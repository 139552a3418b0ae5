package io.kubehop.core.netfilter.matches;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.conntrack.CtState;
import org.jspecify.annotations.Nullable;

/**
 * Connection states as a set, as {@code --ctstate} and {@code --state} take them. The virtual
 * states SNAT and DNAT say that the connection is translated.
 */
public final class StateMask {
  /** Belongs to no connection. */
  public static final int INVALID = 1;

  /** A reply has been seen. */
  public static final int ESTABLISHED = 1 << 1;

  /** Speaks of a known connection. */
  public static final int RELATED = 1 << 2;

  /** No reply has been seen. */
  public static final int NEW = 1 << 3;

  /** The source is translated. */
  public static final int SNAT = 1 << 4;

  /** The destination is translated. */
  public static final int DNAT = 1 << 5;

  /** Excepted from tracking. */
  public static final int UNTRACKED = 1 << 6;

  private StateMask() {}

  /**
   * The one state of a packet. One that was not looked up yet counts as invalid, as in the raw
   * table.
   */
  static int of(CtState state) {
    return switch (state) {
      case NEW -> NEW;
      case ESTABLISHED -> ESTABLISHED;
      case RELATED -> RELATED;
      case UNTRACKED -> UNTRACKED;
      case INVALID, NONE -> INVALID;
    };
  }

  /** The virtual states of a connection. */
  static int translations(@Nullable Connection connection) {
    if (connection == null) {
      return 0;
    }
    return (connection.hasSourceNat() ? SNAT : 0) | (connection.hasDestinationNat() ? DNAT : 0);
  }
}
