package io.kubehop.core.ipset;

import io.kubehop.core.net.IpFamily;

/**
 * What a set is.
 *
 * @param name its name
 * @param type its type
 * @param family the family of its addresses; IPv4 if it has none
 * @param timeout seconds after which elements go, if they have no time-out of their own; -1 if they
 *     stay
 * @param options all options behind the type, as {@code ipset save} prints them
 */
public record SetHeader(String name, SetType type, IpFamily family, long timeout, String options) {

  /** A set of addresses with the options that {@code ipset create} gives it by default. */
  public static SetHeader of(String name, SetType type, IpFamily family) {
    String options =
        type.hasAddress()
            ? "family "
                + (family == IpFamily.IPV4 ? "inet" : "inet6")
                + " hashsize 1024 maxelem 65536"
            : type == SetType.BITMAP_PORT ? "range 0-65535" : "size 8";
    return new SetHeader(name, type, family, -1, options);
  }
}
