package io.kubehop.core.host;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.QuotedPacket;
import io.kubehop.core.net.SctpChunk;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.StateDigest;
import io.kubehop.core.trace.Recorder;
import io.kubehop.core.trace.Step;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of one host: who listens, who is connected. A packet for this host ends here: in a
 * connected socket, else in one that listens on its address and port, else on its port, else in one
 * that listens on every port; else it is refused.
 */
public final class Sockets implements Digestible {
  private static final IpAddress EVERY_ADDRESS = new IpAddress(0, 0);
  private static final int EVERY_PORT = 0;

  private final Host host;
  private final AddressMap<Listener> listeners;
  private final AddressMap<TcpSocket> streams;
  private final AddressMap<DatagramSocket> datagrams;
  private final Ports ports;
  private final NullableCell<Listener> everyPort;

  Sockets(Host host) {
    this.host = host;
    this.listeners = new AddressMap<>(host.simulation().journal());
    this.streams = new AddressMap<>(host.simulation().journal());
    this.datagrams = new AddressMap<>(host.simulation().journal());
    this.everyPort = new NullableCell<>(host.simulation().journal());
    this.ports = new Ports(host);
  }

  /**
   * Listens for TCP connections.
   *
   * @param address the address to listen on, or null for every one
   * @param port 1 to 65535
   */
  public void listen(@Nullable IpAddress address, int port, Listener listener) {
    listeners.put(address == null ? EVERY_ADDRESS : address, port, listener);
  }

  /** Ends listening. */
  public void stopListening(@Nullable IpAddress address, int port) {
    listeners.remove(address == null ? EVERY_ADDRESS : address, port);
  }

  /** Listens for TCP connections on every port that nobody else listens on; null ends it. */
  public void listenOnEveryPort(@Nullable Listener listener) {
    everyPort.set(listener);
  }

  /**
   * Opens a socket that takes messages on a port.
   *
   * @param address the address to listen on, or null for every one
   * @param port 1 to 65535, or 0 for every port that nobody else listens on
   */
  public DatagramSocket bind(
      Protocol protocol,
      @Nullable IpAddress address,
      int port,
      DatagramHandler handler,
      String name) {
    SocketAddress local = address == null ? null : new SocketAddress(address, port);
    DatagramSocket socket = new DatagramSocket(host, protocol, local, null, handler, name, 0);
    datagrams.put(
        address == null ? EVERY_ADDRESS : address, EVERY_ADDRESS, key(protocol, port, 0), socket);
    return socket;
  }

  /** Closes what {@link #bind} opened. */
  public void unbind(Protocol protocol, @Nullable IpAddress address, int port) {
    datagrams.remove(
        address == null ? EVERY_ADDRESS : address, EVERY_ADDRESS, key(protocol, port, 0));
  }

  /**
   * Opens a TCP connection. The handler hears of the outcome; if there is no route it hears at
   * once.
   *
   * @param sourcePort the own port, or 0 for a free one
   * @param source the own address, or null for the one that routing chooses
   * @param name who connects, for the trace
   * @return the socket, or null if there is no route or no address
   */
  public @Nullable TcpSocket connect(
      SocketAddress remote,
      @Nullable IpAddress source,
      int sourcePort,
      StreamHandler handler,
      String name,
      Client client) {
    IpAddress from = source != null ? source : sourceTowards(remote.address());
    if (from == null) {
      return null;
    }
    int port = sourcePort != 0 ? sourcePort : ports.free(Protocol.TCP, from, remote);
    SocketAddress local = new SocketAddress(from, port);
    TcpSocket socket =
        new TcpSocket(host, local, remote, handler, name, client.uid(), TcpSocket.State.SYN_SENT);
    streams.put(from, remote.address(), key(Protocol.TCP, port, remote.port()), socket);
    if (client.retransmits()) {
      socket.retransmitUntilAnswered();
    }
    SocketError error = socket.open();
    if (error != null) {
      socket.failToOpen(new SocketFailure(error, null));
    }
    return socket;
  }

  /**
   * Opens a socket that talks to one other end. Returns null if there is no route or no address.
   */
  public @Nullable DatagramSocket connect(
      Protocol protocol,
      SocketAddress remote,
      @Nullable IpAddress source,
      int sourcePort,
      DatagramHandler handler,
      String name,
      Client client) {
    IpAddress from = source != null ? source : sourceTowards(remote.address());
    if (from == null) {
      return null;
    }
    int port = sourcePort != 0 ? sourcePort : ports.free(protocol, from, remote);
    DatagramSocket socket =
        new DatagramSocket(
            host, protocol, new SocketAddress(from, port), remote, handler, name, client.uid());
    datagrams.put(from, remote.address(), key(protocol, port, remote.port()), socket);
    return socket;
  }

  /**
   * Whose connection it is.
   *
   * @param uid the user id of the process, which {@code -m owner} sees
   * @param retransmits whether a SYN without an answer is sent again
   */
  public record Client(int uid, boolean retransmits) {
    /** A process of the superuser that sends one SYN. */
    public static final Client ROOT = new Client(0, false);

    /** A process of the superuser on a host that sends a SYN again as Linux does. */
    public static final Client PERSISTENT = new Client(0, true);
  }

  /** The address from which this host would call a destination; null if it cannot. */
  public @Nullable IpAddress sourceTowards(IpAddress destination) {
    return SourceAddresses.towards(host, destination.high(), destination.low());
  }

  /** Whether a socket would take a TCP or UDP packet; one on every address only if asked to. */
  boolean wouldTake(Packet packet, boolean wildcard) {
    if (!packet.is(Protocol.TCP)) {
      DatagramSocket socket = datagram(packet);
      return socket != null && (wildcard || socket.local() != null);
    }
    int port = packet.destinationPort();
    return stream(packet) != null
        || listeners.get(packet.destinationHigh(), packet.destinationLow(), port) != null
        || (wildcard && listener(packet) != null);
  }

  /** A packet for this host has passed INPUT. */
  void receive(Flight flight) {
    Packet packet = flight.skb().packet();
    if (packet.is(Protocol.TCP)) {
      receiveSegment(flight, packet);
    } else if (packet.quoted() != null) {
      receiveError(packet, packet.quoted());
    } else if (packet.is(Protocol.UDP) || packet.is(Protocol.SCTP)) {
      receiveDatagram(flight, packet);
    } else {
      Pings.receive(host, packet);
    }
  }

  private void receiveSegment(Flight flight, Packet packet) {
    TcpSocket stream = stream(packet);
    if (stream != null) {
      accepted(packet, "open connection");
      stream.receive(packet);
      return;
    }
    Listener listener = listener(packet);
    boolean isSyn = (packet.tcpFlags() & 0x16) == 0x02; // SYN without ACK and RST
    if (listener == null || !isSyn) {
      host.path().errors().resetClosedPort(flight.skb(), nothingListens(packet));
      return;
    }
    accepted(packet, listener.name());
    SocketAddress local = new SocketAddress(packet.destination(), packet.destinationPort());
    SocketAddress remote = new SocketAddress(packet.source(), packet.sourcePort());
    TcpSocket socket =
        new TcpSocket(
            host,
            local,
            remote,
            listener.handler(),
            listener.name(),
            0,
            TcpSocket.State.SYN_RECEIVED);
    streams.put(
        local.address(), remote.address(), key(Protocol.TCP, local.port(), remote.port()), socket);
    socket.answerHandshake();
  }

  private void receiveDatagram(Flight flight, Packet packet) {
    DatagramSocket socket = datagram(packet);
    Object message = packet.payload();
    if (message instanceof Refusal refusal) {
      if (socket != null) {
        socket.handler().onFailed(socket, new SocketFailure(SocketError.ECONNREFUSED, refusal));
      }
      return;
    }
    if (socket == null) {
      refuseDatagram(flight, packet);
      return;
    }
    accepted(packet, socket.name());
    if (message != null) {
      socket
          .handler()
          .onDatagram(
              socket,
              new SocketAddress(packet.destination(), packet.destinationPort()),
              new SocketAddress(packet.source(), packet.sourcePort()),
              message);
    }
  }

  /** UDP is refused with ICMP, SCTP with an ABORT chunk (RFC 9260, 8.4). */
  private void refuseDatagram(Flight flight, Packet packet) {
    String why = nothingListens(packet);
    if (packet.is(Protocol.UDP)) {
      host.path().errors().portUnreachable(flight, why);
      return;
    }
    SocketAddress here = new SocketAddress(packet.destination(), packet.destinationPort());
    SocketAddress there = new SocketAddress(packet.source(), packet.sourcePort());
    Packet abort = take(Protocol.SCTP, here, there);
    abort.setSctpChunk(SctpChunk.ABORT);
    abort.setPayload(new Refusal(Refusal.Cause.CLOSED_PORT, host.name(), why));
    host.path().send(abort, PacketPath.KERNEL_SOCKET, "SCTP ABORT");
    release(abort);
  }

  /** An ICMP error reaches the socket whose packet it quotes. */
  private void receiveError(Packet error, QuotedPacket quoted) {
    FiveTuple sent = quoted.tuple();
    SocketFailure failure = ErrorCodes.failure(error);
    long key = key(sent.protocol(), sent.sourcePort(), sent.destinationPort());
    IpAddress from = sent.source();
    IpAddress to = sent.destination();
    if (sent.protocol() == Protocol.TCP.number()) {
      TcpSocket stream = streams.get(from.high(), from.low(), to.high(), to.low(), key);
      if (stream != null) {
        stream.refuse(failure, quoted.length());
      }
      return;
    }
    DatagramSocket socket = datagrams.get(from.high(), from.low(), to.high(), to.low(), key);
    if (socket == null) {
      return;
    }
    if (ErrorCodes.isHard(error)) {
      socket.handler().onFailed(socket, failure);
    } else {
      socket.handler().onUnreported(socket, failure);
    }
  }

  private @Nullable TcpSocket stream(Packet packet) {
    return streams.get(
        packet.destinationHigh(),
        packet.destinationLow(),
        packet.sourceHigh(),
        packet.sourceLow(),
        key(packet.protocol(), packet.destinationPort(), packet.sourcePort()));
  }

  private @Nullable Listener listener(Packet packet) {
    int port = packet.destinationPort();
    Listener found = listeners.get(packet.destinationHigh(), packet.destinationLow(), port);
    if (found == null) {
      found = listeners.get(EVERY_ADDRESS.high(), EVERY_ADDRESS.low(), port);
    }
    return found == null ? everyPort.get() : found;
  }

  private @Nullable DatagramSocket datagram(Packet packet) {
    long high = packet.destinationHigh();
    long low = packet.destinationLow();
    int protocol = packet.protocol();
    int port = packet.destinationPort();
    long pair = key(protocol, port, packet.sourcePort());
    DatagramSocket found = datagrams.get(high, low, packet.sourceHigh(), packet.sourceLow(), pair);
    if (found == null) {
      found = datagrams.get(high, low, key(protocol, port, 0));
    }
    if (found == null) {
      found = datagrams.get(0, 0, key(protocol, port, 0));
    }
    return found == null ? datagrams.get(0, 0, key(protocol, EVERY_PORT, 0)) : found;
  }

  private static String nothingListens(Packet packet) {
    Protocol protocol = Protocol.ofNumber(packet.protocol());
    return "nothing listens on "
        + protocol
        + " "
        + new SocketAddress(packet.destination(), packet.destinationPort());
  }

  void forget(TcpSocket socket) {
    streams.remove(
        socket.local().address(),
        socket.remote().address(),
        key(Protocol.TCP, socket.local().port(), socket.remote().port()));
  }

  void forget(DatagramSocket socket) {
    SocketAddress local = socket.local();
    SocketAddress remote = socket.remote();
    if (local != null && remote != null) {
      datagrams.remove(
          local.address(), remote.address(), key(socket.protocol(), local.port(), remote.port()));
    }
  }

  boolean isTaken(Protocol protocol, IpAddress local, int port, SocketAddress remote) {
    IpAddress other = remote.address();
    long key = key(protocol, port, remote.port());
    return protocol == Protocol.TCP
        ? streams.get(local.high(), local.low(), other.high(), other.low(), key) != null
        : datagrams.get(local.high(), local.low(), other.high(), other.low(), key) != null;
  }

  private static long key(Protocol protocol, int localPort, int remotePort) {
    return key(protocol.number(), localPort, remotePort);
  }

  private static long key(int protocol, int localPort, int remotePort) {
    return (long) protocol << 32 | (long) localPort << 16 | remotePort;
  }

  /** A packet to fill; give it back with {@link #release}. */
  Packet take(Protocol protocol, SocketAddress from, SocketAddress to) {
    Packet packet = take();
    packet.setProtocol(protocol.number());
    packet.setSource(from.address());
    packet.setSourcePort(from.port());
    packet.setDestination(to.address());
    packet.setDestinationPort(to.port());
    return packet;
  }

  /**
   * A blank packet. None is reused while a savepoint is open, since undone events may still hold
   * it.
   */
  Packet take() {
    return host.simulation().journal().isOpen() ? new Packet() : host.network().packets().take();
  }

  void release(Packet packet) {
    if (!host.simulation().journal().isOpen()) {
      host.network().packets().release(packet);
    }
  }

  private void accepted(Packet packet, String by) {
    Recorder recorder = host.network().recorder();
    if (recorder.isRecording()) {
      recorder.step(
          new Step.Accepted(new SocketAddress(packet.destination(), packet.destinationPort()), by));
    }
  }

  @Override
  public void digestTo(StateDigest digest) {
    streams.values().forEach(digest::add);
    listeners.values().forEach(listener -> digest.add(listener.name()));
    datagrams.values().forEach(socket -> digest.add(socket.name()));
  }
}
