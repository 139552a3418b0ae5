package io.kubehop.core.ipvs;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;

/**
 * Who talks to whom in a connection: the client, the virtual address it called, and the port at the
 * real server.
 */
final class ConnectionEnds {
  private int protocol;
  private long clientHigh;
  private long clientLow;
  private int clientPort;
  private long virtualHigh;
  private long virtualLow;
  private int virtualPort;
  private int serverPort;

  /** Takes over who a client's packet comes from and goes to. */
  void setFrom(Packet request) {
    setClient(request.protocol(), request.sourceHigh(), request.sourceLow(), request.sourcePort());
    setVirtual(request.destinationHigh(), request.destinationLow(), request.destinationPort());
  }

  void setClient(int protocolNumber, long high, long low, int port) {
    protocol = protocolNumber;
    clientHigh = high;
    clientLow = low;
    clientPort = port;
  }

  void setVirtual(long high, long low, int port) {
    virtualHigh = high;
    virtualLow = low;
    virtualPort = port;
  }

  void setServerPort(int port) {
    serverPort = port;
  }

  int protocol() {
    return protocol;
  }

  IpAddress client() {
    return new IpAddress(clientHigh, clientLow);
  }

  int clientPort() {
    return clientPort;
  }

  IpAddress virtual() {
    return new IpAddress(virtualHigh, virtualLow);
  }

  long virtualHigh() {
    return virtualHigh;
  }

  long virtualLow() {
    return virtualLow;
  }

  int virtualPort() {
    return virtualPort;
  }

  int serverPort() {
    return serverPort;
  }

  void writeRequest(Packet packet) {
    packet.setProtocol(protocol);
    packet.setSource(clientHigh, clientLow);
    packet.setSourcePort(clientPort);
    packet.setDestination(virtualHigh, virtualLow);
    packet.setDestinationPort(virtualPort);
  }

  void writeVirtualAsSource(Packet reply) {
    reply.setSource(virtualHigh, virtualLow);
    reply.setSourcePort(virtualPort);
  }

  /** Whether the client is the same in both. */
  boolean hasClientOf(ConnectionEnds other) {
    return clientPort == other.clientPort
        && clientLow == other.clientLow
        && clientHigh == other.clientHigh
        && protocol == other.protocol;
  }

  /** Whether the virtual end is the same in both. */
  boolean hasVirtualOf(ConnectionEnds other) {
    return isVirtual(other.virtualHigh, other.virtualLow, other.virtualPort);
  }

  boolean isVirtual(long high, long low, int port) {
    return port == virtualPort && low == virtualLow && high == virtualHigh;
  }

  /**
   * Whether the virtual end of these is the given server's, as it is in what a reply is looked up
   * by.
   */
  boolean isVirtual(RealServer server, int port) {
    return isVirtual(server.addressHigh(), server.addressLow(), port);
  }

  /** The hash that is the same for all connections of a client from one port. */
  int hash() {
    long h = clientLow * 0x9E3779B97F4A7C15L + clientHigh;
    h = (h ^ (h >>> 29)) * 0xBF58476D1CE4E5B9L + (((long) clientPort << 16) | protocol);
    h = (h ^ (h >>> 32)) * 0x94D049BB133111EBL;
    return (int) (h >>> 32);
  }
}
