package io.kubehop.core.ipvs;

import org.jspecify.annotations.Nullable;

/**
 * The settings below {@code net.ipv4.vs} that change what happens to a packet
 * (Documentation/networking/ipvs-sysctl.rst).
 *
 * @param conntrack whether connections keep an entry in connection tracking
 * @param expireNodestConn whether the connections of a removed server end at once; else their
 *     packets are dropped silently
 * @param expireQuiescentTemplate whether a drained server loses its persistent clients
 * @param connReuseMode 0: a client that calls again from a port of a closed connection keeps the
 *     server; 1: it is scheduled anew; bit 2 also in FIN_WAIT, for forwarding without replies
 */
public record IpvsSysctls(
    boolean conntrack,
    boolean expireNodestConn,
    boolean expireQuiescentTemplate,
    int connReuseMode) {

  private static final String PREFIX = "net.ipv4.vs.";

  /**
   * These with one set by the name that {@code sysctl} knows it by; null if the name is none of
   * them.
   */
  public @Nullable IpvsSysctls with(String name, int value) {
    boolean on = value != 0;
    if (!name.startsWith(PREFIX)) {
      return null;
    }
    return switch (name.substring(PREFIX.length())) {
      case "conntrack" ->
          new IpvsSysctls(on, expireNodestConn, expireQuiescentTemplate, connReuseMode);
      case "expire_nodest_conn" ->
          new IpvsSysctls(conntrack, on, expireQuiescentTemplate, connReuseMode);
      case "expire_quiescent_template" ->
          new IpvsSysctls(conntrack, expireNodestConn, on, connReuseMode);
      case "conn_reuse_mode" ->
          new IpvsSysctls(conntrack, expireNodestConn, expireQuiescentTemplate, value);
      default -> null;
    };
  }

  /** As the kernel starts. */
  public static final IpvsSysctls DEFAULT = new IpvsSysctls(false, false, false, 1);
}
