package io.kubehop.core.ipvs;

import io.kubehop.core.net.Packet;
import org.jspecify.annotations.Nullable;

/** A packet on a host that balances: what IPVS asks of it, and where it leaves what it found. */
public interface IpvsPacket {

  /** The packet. */
  Packet packet();

  /** The packet mark (fwmark). */
  int mark();

  /** Whether this host made it, or it came in by the loopback interface. */
  boolean isFromThisHost();

  /**
   * Whether connection tracking knows its connection from an earlier packet (nf_ct_is_confirmed).
   */
  boolean isTracked();

  /**
   * The connection that IPVS has dealt with it under; it is not dealt with again at the next hook.
   * Null if none.
   */
  @Nullable IpvsConnection ipvsConnection();

  /** Sets the connection that IPVS has dealt with it under. */
  void setIpvsConnection(IpvsConnection connection);
}
