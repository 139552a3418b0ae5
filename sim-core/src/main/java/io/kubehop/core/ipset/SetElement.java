package io.kubehop.core.ipset;

import io.kubehop.core.net.Cidr;
import org.jspecify.annotations.Nullable;

/**
 * One element of a set. What its type does not have is null or 0.
 *
 * @param first the address or network
 * @param protocol the protocol of the port
 * @param port the port; for ICMP type and code, {@code type << 8 | code}
 * @param second the second address or network
 * @param member the set that a list has
 * @param nomatch whether what lies in this network is not in the set
 * @param expiry when it goes, in nanoseconds; {@code Long.MAX_VALUE} for never
 * @param extras what else was said of it: comment, counters
 */
public record SetElement(
    @Nullable Cidr first,
    int protocol,
    int port,
    @Nullable Cidr second,
    String member,
    boolean nomatch,
    long expiry,
    String extras) {

  /** An address or network. */
  public static SetElement of(Cidr address) {
    return new SetElement(address, 0, 0, null, "", false, Long.MAX_VALUE, "");
  }

  /** An address or network, and a port. */
  public static SetElement of(Cidr address, int protocol, int port) {
    return new SetElement(address, protocol, port, null, "", false, Long.MAX_VALUE, "");
  }

  /** An address, a port, and another address or network. */
  public static SetElement of(Cidr address, int protocol, int port, Cidr second) {
    return new SetElement(address, protocol, port, second, "", false, Long.MAX_VALUE, "");
  }

  /** A port of a {@code bitmap:port}. */
  public static SetElement ofPort(int port) {
    return new SetElement(null, 0, port, null, "", false, Long.MAX_VALUE, "");
  }

  /** A set of a {@code list:set}. */
  public static SetElement ofSet(String name) {
    return new SetElement(null, 0, 0, null, name, false, Long.MAX_VALUE, "");
  }

  /** The same, going at a time. */
  public SetElement expiringAt(long time) {
    return new SetElement(first, protocol, port, second, member, nomatch, time, extras);
  }

  /**
   * The same with a mark that what lies in it is not in the set, and with what else is said of it.
   */
  SetElement with(boolean newNomatch, String newExtras) {
    return new SetElement(first, protocol, port, second, member, newNomatch, expiry, newExtras);
  }

  /** The element as {@code ipset add} takes it, without options: {@code 10.0.0.1,tcp:80}. */
  @Override
  public String toString() {
    return ElementText.write(this);
  }
}
