package io.kubehop.core.net;

/**
 * Who talks to whom.
 *
 * @param protocol IP protocol number
 * @param source source address
 * @param sourcePort source port; 0 for protocols without
 * @param destination destination address
 * @param destinationPort destination port; 0 for protocols without
 */
public record FiveTuple(
    int protocol, IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {

  /** Of two ends. */
  public static FiveTuple of(Protocol protocol, SocketAddress source, SocketAddress destination) {
    return new FiveTuple(
        protocol.number(),
        source.address(),
        source.port(),
        destination.address(),
        destination.port());
  }

  /** The same seen from the other side. */
  public FiveTuple reversed() {
    return new FiveTuple(protocol, destination, destinationPort, source, sourcePort);
  }

  /** The source end. */
  public SocketAddress sourceSocket() {
    return new SocketAddress(source, sourcePort);
  }

  /** The destination end. */
  public SocketAddress destinationSocket() {
    return new SocketAddress(destination, destinationPort);
  }

  /** {@code tcp 10.0.0.1:40000 -> 10.96.0.1:80}. */
  @Override
  public String toString() {
    Protocol known = Protocol.ofNumber(protocol);
    String name = known == null ? "protocol " + protocol : known.toString();
    return known != null && known.hasPorts()
        ? name + " " + sourceSocket() + " -> " + destinationSocket()
        : name + " " + source + " -> " + destination;
  }
}
