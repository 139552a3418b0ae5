package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.TcpFlags;

/**
 * {@code --tcp-option}: whether the TCP header has an option. Packets carry the options that Linux
 * sends by default: maximum segment size, SACK permitted, timestamps, padding and window scale with
 * a SYN; timestamps and padding later; none with a reset.
 *
 * @param inverted whether it must be absent
 * @param number the option's number
 */
public record TcpOptionCondition(boolean inverted, int number) {
  private static final int WITH_SYN = 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4 | 1 << 8;
  private static final int LATER = 1 << 1 | 1 << 8;

  /** Whether a segment with these flags is meant. */
  public boolean matches(int flags) {
    int present = (flags & TcpFlags.RST) != 0 ? 0 : (flags & TcpFlags.SYN) != 0 ? WITH_SYN : LATER;
    return (number < 31 && (present & 1 << number) != 0) != inverted;
  }
}
