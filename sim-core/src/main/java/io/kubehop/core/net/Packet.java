package io.kubehop.core.net;

import org.jspecify.annotations.Nullable;

/**
 * A packet as it is on the wire: IP header, transport header and what it carries. One mutable
 * object per flight, reused by {@link PacketPool}; a packet that waits in an event queue is not
 * touched until it arrives.
 *
 * <p>Ports of ICMP and ICMPv6 echo packets hold the identifier in both places.
 */
public final class Packet {
  /** The TTL or hop limit that Linux gives a new packet. */
  public static final int DEFAULT_TTL = 64;

  private long sourceHigh;
  private long sourceLow;
  private long destinationHigh;
  private long destinationLow;
  private int protocol;
  private int sourcePort;
  private int destinationPort;
  private int icmpType;
  private int icmpCode;
  private int tcpFlags;
  private int sctpChunk;
  private int ttl;
  private int tos;
  private int length;
  private @Nullable Object payload;
  private @Nullable QuotedPacket quoted;

  /** Makes an empty IPv4 packet. */
  public Packet() {
    clear();
  }

  /** Makes the packet blank, for another flight. */
  public final void clear() {
    setSource(IpAddress.ANY_V4);
    setDestination(IpAddress.ANY_V4);
    protocol = 0;
    sourcePort = 0;
    destinationPort = 0;
    icmpType = 0;
    icmpCode = 0;
    tcpFlags = 0;
    sctpChunk = SctpChunk.DATA;
    ttl = DEFAULT_TTL;
    tos = 0;
    length = 0;
    payload = null;
    quoted = null;
  }

  /** Takes over all that another packet says. */
  public void copyFrom(Packet other) {
    sourceHigh = other.sourceHigh;
    sourceLow = other.sourceLow;
    destinationHigh = other.destinationHigh;
    destinationLow = other.destinationLow;
    protocol = other.protocol;
    sourcePort = other.sourcePort;
    destinationPort = other.destinationPort;
    icmpType = other.icmpType;
    icmpCode = other.icmpCode;
    tcpFlags = other.tcpFlags;
    sctpChunk = other.sctpChunk;
    ttl = other.ttl;
    tos = other.tos;
    length = other.length;
    payload = other.payload;
    quoted = other.quoted;
  }

  /** A new packet with the same content. */
  public Packet copy() {
    Packet copy = new Packet();
    copy.copyFrom(this);
    return copy;
  }

  /** Whether the addresses are IPv4. */
  public boolean isV4() {
    return IpAddress.isV4(destinationHigh, destinationLow);
  }

  /** The family of the addresses. */
  public IpFamily family() {
    return isV4() ? IpFamily.IPV4 : IpFamily.IPV6;
  }

  /** Upper half of the source address. */
  public long sourceHigh() {
    return sourceHigh;
  }

  /** Lower half of the source address. */
  public long sourceLow() {
    return sourceLow;
  }

  /** Upper half of the destination address. */
  public long destinationHigh() {
    return destinationHigh;
  }

  /** Lower half of the destination address. */
  public long destinationLow() {
    return destinationLow;
  }

  /** The source address as a value; allocates. */
  public IpAddress source() {
    return new IpAddress(sourceHigh, sourceLow);
  }

  /** The destination address as a value; allocates. */
  public IpAddress destination() {
    return new IpAddress(destinationHigh, destinationLow);
  }

  /** Sets the source address. */
  public final void setSource(IpAddress address) {
    setSource(address.high(), address.low());
  }

  /** Sets the source address from its halves. */
  public final void setSource(long high, long low) {
    sourceHigh = high;
    sourceLow = low;
  }

  /** Sets the destination address. */
  public final void setDestination(IpAddress address) {
    setDestination(address.high(), address.low());
  }

  /** Sets the destination address from its halves. */
  public final void setDestination(long high, long low) {
    destinationHigh = high;
    destinationLow = low;
  }

  /** The IP protocol number. */
  public int protocol() {
    return protocol;
  }

  /** Sets the IP protocol number. */
  public void setProtocol(int number) {
    protocol = number;
  }

  /** Whether this is a packet of the protocol. */
  public boolean is(Protocol candidate) {
    return protocol == candidate.number();
  }

  /** The source port; 0 for protocols without. */
  public int sourcePort() {
    return sourcePort;
  }

  /** The destination port; 0 for protocols without. */
  public int destinationPort() {
    return destinationPort;
  }

  /** Sets the source port. */
  public void setSourcePort(int port) {
    sourcePort = port;
  }

  /** Sets the destination port. */
  public void setDestinationPort(int port) {
    destinationPort = port;
  }

  /** Type of an ICMP or ICMPv6 message. */
  public int icmpType() {
    return icmpType;
  }

  /** Code of an ICMP or ICMPv6 message. */
  public int icmpCode() {
    return icmpCode;
  }

  /** Sets type and code of an ICMP or ICMPv6 message. */
  public void setIcmp(int type, int code) {
    icmpType = type;
    icmpCode = code;
  }

  /** The TCP control bits, see {@link TcpFlags}. */
  public int tcpFlags() {
    return tcpFlags;
  }

  /** Sets the TCP control bits. */
  public void setTcpFlags(int flags) {
    tcpFlags = flags;
  }

  /** The type of the first chunk of an SCTP packet, see {@link SctpChunk}. */
  public int sctpChunk() {
    return sctpChunk;
  }

  /** Sets the type of the first chunk of an SCTP packet. */
  public void setSctpChunk(int type) {
    sctpChunk = type;
  }

  /** Time to live, or hop limit. */
  public int ttl() {
    return ttl;
  }

  /** Sets time to live, or hop limit. */
  public void setTtl(int value) {
    ttl = value;
  }

  /** The type-of-service byte, or traffic class: DSCP in the upper six bits. */
  public int tos() {
    return tos;
  }

  /** Sets the type-of-service byte. */
  public void setTos(int value) {
    tos = value;
  }

  /** The length of an IP header of the family of the addresses, without options, in bytes. */
  public int ipHeaderLength() {
    return isV4() ? 20 : 40;
  }

  /** The length of the IP packet in bytes, headers included. */
  public int length() {
    return length;
  }

  /** Sets the length of the IP packet in bytes. */
  public void setLength(int bytes) {
    length = bytes;
  }

  /** What the application sent: an immutable value, or null for a bare segment. */
  public @Nullable Object payload() {
    return payload;
  }

  /** Sets what the application sends. */
  public void setPayload(@Nullable Object value) {
    payload = value;
  }

  /** For an ICMP error, the packet that it speaks of. */
  public @Nullable QuotedPacket quoted() {
    return quoted;
  }

  /** Sets the packet that an ICMP error speaks of. */
  public void setQuoted(@Nullable QuotedPacket value) {
    quoted = value;
  }

  /** Addresses, ports and protocol as an immutable value; allocates. */
  public FiveTuple fiveTuple() {
    return new FiveTuple(protocol, source(), sourcePort, destination(), destinationPort);
  }

  /** {@code tcp 10.0.0.1:40000 -> 10.96.0.1:80 SYN}. */
  @Override
  public String toString() {
    String flags = is(Protocol.TCP) ? " " + TcpFlags.toString(tcpFlags) : "";
    return fiveTuple() + flags;
  }
}
