package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.TcpFlags;

/**
 * {@code --tcp-flags MASK SET}: of the flags in the mask, just those of the set are on.
 *
 * @param inverted whether this must not be so
 * @param mask the flags to look at, see {@link io.kubehop.core.net.TcpFlags}
 * @param set those that are on
 */
public record TcpFlagTest(boolean inverted, int mask, int set) {
  /** Asks nothing. */
  public static final TcpFlagTest ANY = new TcpFlagTest(false, 0, 0);

  /** {@code --syn}: a connection's first segment. */
  public static final TcpFlagTest SYN =
      new TcpFlagTest(
          false, TcpFlags.FIN | TcpFlags.SYN | TcpFlags.RST | TcpFlags.ACK, TcpFlags.SYN);

  /** Whether a segment with these flags is meant. */
  public boolean matches(int flags) {
    return ((flags & mask) == set) != inverted;
  }

  /** Whether it asks nothing. */
  public boolean isAny() {
    return equals(ANY);
  }

  /** The same the other way round. */
  public TcpFlagTest negated() {
    return new TcpFlagTest(!inverted, mask, set);
  }
}
