package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.TcpFlags;

/**
 * {@code --tcp-flags MASK SET}: of the flags in the mask, just those of the set are on.
 *
 * @param inverted whether this must not be so
 * @param mask the flags to look at, see {@link io.kubehop.core.net.TcpFlags}
 * @param set those that are on
 */
public record TcpFlagCondition(boolean inverted, int mask, int set) {
  /** Asks nothing. */
  public static final TcpFlagCondition ANY = new TcpFlagCondition(false, 0, 0);

  /** {@code --syn}: a connection's first segment. */
  public static final TcpFlagCondition SYN =
      new TcpFlagCondition(
          false, TcpFlags.FIN | TcpFlags.SYN | TcpFlags.RST | TcpFlags.ACK, TcpFlags.SYN);

  /** Whether a segment with these flags is meant. */
  public boolean matches(int flags) {
    return ((flags & mask) == set) != inverted;
  }

  /** Whether it asks nothing. */
  public boolean isAny() {
    return equals(ANY);
  }

  /** Whether a segment must have a flag on. */
  public boolean asksFor(int flag) {
    return !inverted && (set & flag) != 0;
  }

  /** The same the other way round. */
  public TcpFlagCondition negated() {
    return new TcpFlagCondition(!inverted, mask, set);
  }
}
