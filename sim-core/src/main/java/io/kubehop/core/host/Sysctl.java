package io.kubehop.core.host;

import java.util.Arrays;
import java.util.Optional;

/** The kernel settings that decide where packets go. */
public enum Sysctl {
  /**
   * {@code net.ipv4.ip_forward}, {@code net.ipv6.conf.all.forwarding}: 1 forwards packets for
   * others.
   */
  IP_FORWARD("net.ipv4.ip_forward", 0),
  /** {@code net.ipv4.conf.all.route_localnet}: 1 lets 127.0.0.0/8 in and out by real interfaces. */
  ROUTE_LOCALNET("net.ipv4.conf.all.route_localnet", 0),
  /**
   * {@code net.ipv4.conf.all.rp_filter}: 1 drops what comes in by another interface than the way
   * back, 2 what has no way back.
   */
  RP_FILTER("net.ipv4.conf.all.rp_filter", 0),
  /**
   * {@code net.ipv4.conf.all.accept_local}: 1 accepts packets from addresses of the host itself.
   */
  ACCEPT_LOCAL("net.ipv4.conf.all.accept_local", 0),
  /**
   * {@code net.ipv4.conf.all.arp_ignore}: 1 answers ARP for addresses of the asked interface alone.
   * Nobody asks by ARP for an address of {@code kube-ipvs0} here, so it decides nothing.
   */
  ARP_IGNORE("net.ipv4.conf.all.arp_ignore", 0),
  /**
   * {@code net.ipv4.conf.all.arp_announce}: 2 asks by ARP with the best address of the interface.
   * It decides nothing here either.
   */
  ARP_ANNOUNCE("net.ipv4.conf.all.arp_announce", 0),
  /**
   * {@code net.ipv4.ip_nonlocal_bind}: 1 lets sockets take addresses that the host does not have.
   */
  IP_NONLOCAL_BIND("net.ipv4.ip_nonlocal_bind", 0);

  private final String key;
  private final int initial;

  Sysctl(String key, int initial) {
    this.key = key;
    this.initial = initial;
  }

  /** The name that {@code sysctl} knows it by. */
  public String key() {
    return key;
  }

  /** The setting that {@code sysctl} knows by a name; absent if it decides nothing here. */
  public static Optional<Sysctl> ofKey(String key) {
    return Arrays.stream(values()).filter(sysctl -> sysctl.key.equals(key)).findFirst();
  }

  /** The kernel's default. */
  public int initial() {
    return initial;
  }
}
