package io.kubehop.core.netfilter.matches;

/**
 * Ports from one to another, as {@code --dport 80} or {@code ! --sport 1024:65535}.
 *
 * @param inverted whether the port must lie outside
 * @param from the first
 * @param to the last
 */
public record PortRange(boolean inverted, int from, int to) {
  /** Every port. */
  public static final PortRange ANY = new PortRange(false, 0, 0xffff);

  /** One port. */
  public static PortRange of(int port) {
    return new PortRange(false, port, port);
  }

  /** Whether a port is meant. */
  public boolean contains(int port) {
    return (port >= from && port <= to) != inverted;
  }

  /** Whether a port of which so much is known (-1: nothing) is meant in any case. */
  boolean isImpliedBy(int known) {
    return isAny() || (known >= 0 && contains(known));
  }

  /** Whether it asks nothing, so that iptables-save does not print it. */
  public boolean isAny() {
    return equals(ANY);
  }

  /** Whether it stands for one port. */
  public boolean isSingle() {
    return !inverted && from == to;
  }
}
