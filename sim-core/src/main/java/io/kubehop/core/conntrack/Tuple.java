package io.kubehop.core.conntrack;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a connection: what identifies its packets (struct nf_conntrack_tuple). Also the
 * node that links the connection into its table's hash. Echo packets carry the identifier in both
 * ports, and their type and code.
 */
final class Tuple {
  final Connection connection;
  final boolean reply;
  long sourceHigh;
  long sourceLow;
  long destinationHigh;
  long destinationLow;
  int protocol;
  int sourcePort;
  int destinationPort;
  int icmpType;
  int icmpCode;
  @Nullable Tuple nextInBucket;

  Tuple(Connection connection, boolean reply) {
    this.connection = connection;
    this.reply = reply;
  }

  void setFrom(Packet packet) {
    sourceHigh = packet.sourceHigh();
    sourceLow = packet.sourceLow();
    destinationHigh = packet.destinationHigh();
    destinationLow = packet.destinationLow();
    protocol = packet.protocol();
    sourcePort = packet.sourcePort();
    destinationPort = packet.destinationPort();
    icmpType = packet.icmpType();
    icmpCode = packet.icmpCode();
  }

  void setFrom(FiveTuple tuple, int type, int code) {
    sourceHigh = tuple.source().high();
    sourceLow = tuple.source().low();
    destinationHigh = tuple.destination().high();
    destinationLow = tuple.destination().low();
    protocol = tuple.protocol();
    sourcePort = tuple.sourcePort();
    destinationPort = tuple.destinationPort();
    icmpType = type;
    icmpCode = code;
  }

  void setInverseOf(Tuple other) {
    sourceHigh = other.destinationHigh;
    sourceLow = other.destinationLow;
    destinationHigh = other.sourceHigh;
    destinationLow = other.sourceLow;
    protocol = other.protocol;
    sourcePort = other.destinationPort;
    destinationPort = other.sourcePort;
    icmpType = EchoTypes.inverse(other.protocol, other.icmpType);
    icmpCode = other.icmpCode;
  }

  void copyFrom(Tuple other) {
    sourceHigh = other.sourceHigh;
    sourceLow = other.sourceLow;
    destinationHigh = other.destinationHigh;
    destinationLow = other.destinationLow;
    protocol = other.protocol;
    sourcePort = other.sourcePort;
    destinationPort = other.destinationPort;
    icmpType = other.icmpType;
    icmpCode = other.icmpCode;
  }

  boolean sameAs(Tuple other) {
    return sourceLow == other.sourceLow
        && destinationLow == other.destinationLow
        && sourcePort == other.sourcePort
        && destinationPort == other.destinationPort
        && protocol == other.protocol
        && sourceHigh == other.sourceHigh
        && destinationHigh == other.destinationHigh
        && icmpType == other.icmpType
        && icmpCode == other.icmpCode;
  }

  int hash() {
    long h = sourceLow * 0x9E3779B97F4A7C15L + destinationLow;
    h =
        (h ^ (h >>> 29)) * 0xBF58476D1CE4E5B9L
            + (sourceHigh ^ Long.rotateLeft(destinationHigh, 32));
    h =
        (h ^ (h >>> 32)) * 0x94D049BB133111EBL
            + ((long) sourcePort << 32
                | (long) destinationPort << 16
                | (long) protocol << 8
                | icmpType);
    h = (h ^ (h >>> 29)) * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 32);
  }

  FiveTuple toFiveTuple() {
    return new FiveTuple(
        protocol,
        new IpAddress(sourceHigh, sourceLow),
        sourcePort,
        new IpAddress(destinationHigh, destinationLow),
        destinationPort);
  }
}
