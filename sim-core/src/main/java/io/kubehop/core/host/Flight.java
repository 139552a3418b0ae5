package io.kubehop.core.host;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.ipvs.IpvsConnection;
import io.kubehop.core.ipvs.IpvsPacket;
import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.Skb;
import org.jspecify.annotations.Nullable;

/**
 * A packet's stay on one host: the packet as netfilter sees it, and the way that routing has
 * chosen. Reused; never waits in a queue.
 */
public final class Flight implements IpvsPacket {
  private static final Packet NO_PACKET = new Packet();

  private final Skb skb = new Skb();
  @Nullable NetworkInterface out;
  private @Nullable IpvsConnection balancedBy;
  long nextHopHigh;
  long nextHopLow;

  // What the route was looked up for: if one of these changes at OUTPUT, it is looked up again.
  private long routedHigh;
  private long routedLow;
  private int routedMark;
  private int routedTos;

  Flight() {}

  /** The packet as netfilter sees it. */
  public Skb skb() {
    return skb;
  }

  @Override
  public Packet packet() {
    return skb.packet();
  }

  @Override
  public int mark() {
    return skb.mark();
  }

  @Override
  public boolean isFromThisHost() {
    String in = skb.inDevice();
    return in == null || in.equals(Host.LOOPBACK);
  }

  @Override
  public boolean isTracked() {
    Connection connection = skb.connection();
    return connection != null && connection.isConfirmed();
  }

  @Override
  public @Nullable IpvsConnection ipvsConnection() {
    return balancedBy;
  }

  @Override
  public void setIpvsConnection(IpvsConnection connection) {
    balancedBy = connection;
    skb.setBalanced(connection.virtualHigh(), connection.virtualLow(), connection.virtualPort());
  }

  void begin(Packet packet) {
    skb.reset(packet);
    out = null;
    balancedBy = null;
  }

  void clear() {
    skb.reset(NO_PACKET);
    out = null;
    balancedBy = null;
  }

  void noteRouted() {
    Packet packet = skb.packet();
    routedHigh = packet.destinationHigh();
    routedLow = packet.destinationLow();
    routedMark = skb.mark();
    routedTos = packet.tos();
  }

  boolean needsRerouting() {
    Packet packet = skb.packet();
    return packet.destinationLow() != routedLow
        || packet.destinationHigh() != routedHigh
        || skb.mark() != routedMark
        || packet.tos() != routedTos;
  }
}
