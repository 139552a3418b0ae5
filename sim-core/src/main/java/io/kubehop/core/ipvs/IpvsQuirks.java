package io.kubehop.core.ipvs;

/**
 * What older kernels do with a client that calls again from a port that still has a connection.
 * Newer ones, which the recordings are of, do neither.
 *
 * @param reuseDropsSyn before Linux 5.9: where the connection would be scheduled anew but has an
 *     entry in connection tracking, the call is dropped and the entry goes; the client's next try
 *     gets through
 * @param reuseKeepsDead before Linux 5.16: with {@code conn_reuse_mode=0} even a drained server
 *     keeps the client
 */
public record IpvsQuirks(boolean reuseDropsSyn, boolean reuseKeepsDead) {

  /** A kernel of today. */
  public static final IpvsQuirks NONE = new IpvsQuirks(false, false);
}
