package io.kubehop.core.ipvs;

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

  /** As the kernel starts. */
  public static final IpvsSysctls DEFAULT = new IpvsSysctls(false, false, false, 1);
}
