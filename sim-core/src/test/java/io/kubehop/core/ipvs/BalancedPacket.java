package io.kubehop.core.ipvs;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SctpChunk;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.net.TcpFlags;
import org.jspecify.annotations.Nullable;

/** A packet as a host would hand it to IPVS. */
public final class BalancedPacket implements IpvsPacket {
  private final Packet packet = new Packet();
  private int mark;
  private boolean tracked;
  private boolean fromThisHost;
  private @Nullable IpvsConnection connection;

  private BalancedPacket() {}

  /** A packet with no flags, and data in it. */
  public static BalancedPacket of(Protocol protocol, SocketAddress from, SocketAddress to) {
    BalancedPacket carrier = new BalancedPacket();
    carrier.packet.setProtocol(protocol.number());
    carrier.packet.setSource(from.address());
    carrier.packet.setSourcePort(from.port());
    carrier.packet.setDestination(to.address());
    carrier.packet.setDestinationPort(to.port());
    return carrier;
  }

  /** The first packet of a client: SYN, INIT, or a datagram. */
  public static BalancedPacket call(Protocol protocol, SocketAddress from, SocketAddress to) {
    BalancedPacket carrier = of(protocol, from, to);
    carrier.packet.setTcpFlags(protocol == Protocol.TCP ? TcpFlags.SYN : 0);
    carrier.packet.setSctpChunk(protocol == Protocol.SCTP ? SctpChunk.INIT : SctpChunk.DATA);
    return carrier;
  }

  /** {@code 10.0.0.1:80} or {@code [fd00::1]:80}. */
  public static SocketAddress socket(String text) {
    int colon = text.lastIndexOf(':');
    String address = text.substring(0, colon);
    if (address.startsWith("[")) {
      address = address.substring(1, address.length() - 1);
    }
    return new SocketAddress(IpAddress.parse(address), Integer.parseInt(text.substring(colon + 1)));
  }

  public BalancedPacket withFlags(int flags) {
    packet.setTcpFlags(flags);
    return this;
  }

  public BalancedPacket withChunk(int chunk) {
    packet.setSctpChunk(chunk);
    return this;
  }

  public BalancedPacket withMark(int value) {
    mark = value;
    return this;
  }

  public BalancedPacket tracked() {
    tracked = true;
    return this;
  }

  public BalancedPacket fromThisHost() {
    fromThisHost = true;
    return this;
  }

  @Override
  public Packet packet() {
    return packet;
  }

  @Override
  public int mark() {
    return mark;
  }

  @Override
  public boolean isFromThisHost() {
    return fromThisHost;
  }

  @Override
  public boolean isTracked() {
    return tracked;
  }

  @Override
  public @Nullable IpvsConnection ipvsConnection() {
    return connection;
  }

  @Override
  public void setIpvsConnection(IpvsConnection found) {
    connection = found;
  }
}
