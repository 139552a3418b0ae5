package io.kubehop.core.host;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.QuotedPacket;
import io.kubehop.core.net.TcpFlags;
import io.kubehop.core.netfilter.RejectWith;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.trace.Recorder;
import io.kubehop.core.trace.Step;
import org.jspecify.annotations.Nullable;

/** The answers that a host gives by itself: ICMP errors (net/ipv4/icmp.c) and TCP resets. */
final class IcmpErrors {
  private static final int ICMP_HEADER_LENGTH = 8;
  private static final int LONGEST_V4 = 576; // RFC 1812, 4.3.2.3
  private static final int LONGEST_V6 = 1280; // RFC 4443, 2.4
  private static final int TCP_HEADER_LENGTH = 20;
  private static final int INTERNETWORK_CONTROL = 0xc0; // the precedence of an error about IPv4
  private static final int TOS_BITS = 0x1e;

  private final Host host;

  IcmpErrors(Host host) {
    this.host = host;
  }

  /** Why a destination cannot be reached, with the codes of both families. */
  enum Unreachable {
    /** No route at all. */
    NO_ROUTE(0, 0),
    /** A route that says so, or a host that does not answer. */
    HOST(1, 3),
    /** Nothing listens on the port. */
    PORT(3, 4),
    /** A route that forbids it. */
    PROHIBITED(13, 1);

    private final int codeV4;
    private final int codeV6;

    Unreachable(int codeV4, int codeV6) {
      this.codeV4 = codeV4;
      this.codeV6 = codeV6;
    }
  }

  /** Tells the sender that the packet cannot be forwarded. */
  void unreachable(Flight flight, Unreachable kind, String why) {
    boolean v4 = flight.skb().packet().isV4();
    IpAddress towards = flight.skb().packet().destination();
    Refusal refusal = new Refusal(Refusal.Cause.NO_ROUTE, host.name(), why, towards);
    answerWithIcmp(flight.skb(), v4 ? 3 : 1, v4 ? kind.codeV4 : kind.codeV6, refusal);
  }

  /** Tells the sender that nothing listens on a datagram port. */
  void portUnreachable(Flight flight, String why) {
    boolean v4 = flight.skb().packet().isV4();
    Refusal refusal = new Refusal(Refusal.Cause.CLOSED_PORT, host.name(), why);
    int code = v4 ? Unreachable.PORT.codeV4 : Unreachable.PORT.codeV6;
    answerWithIcmp(flight.skb(), v4 ? 3 : 1, code, refusal);
  }

  /** Tells the sender that a virtual server has no real server for it (ip_vs_leave). */
  void noServer(Flight flight, String why) {
    boolean v4 = flight.skb().packet().isV4();
    Refusal refusal = new Refusal(Refusal.Cause.RULE, host.name(), why);
    int code = v4 ? Unreachable.PORT.codeV4 : Unreachable.PORT.codeV6;
    answerWithIcmp(flight.skb(), v4 ? 3 : 1, code, refusal);
  }

  /** Tells the sender that the packet has passed too many hosts. */
  void timeExceeded(Flight flight) {
    boolean v4 = flight.skb().packet().isV4();
    Refusal refusal = new Refusal(Refusal.Cause.TTL_EXCEEDED, host.name(), "TTL exceeded");
    answerWithIcmp(flight.skb(), v4 ? 11 : 3, 0, refusal);
  }

  /**
   * Nobody on the link answers for the next hop. A router says so; a sender of its own finds out by
   * waiting.
   */
  void unresolved(Flight flight, NetworkInterface out) {
    IpAddress nextHop = new IpAddress(flight.nextHopHigh, flight.nextHopLow);
    String why = "nobody answers for " + nextHop + " on " + out.name();
    if (flight.skb().inDevice() == null) {
      note(new Step.Discarded(why));
      return;
    }
    unreachable(flight, Unreachable.HOST, why);
  }

  /** Answers as a REJECT rule says. */
  void reject(Skb skb, RejectWith with, String rule) {
    Refusal refusal = new Refusal(Refusal.Cause.RULE, host.name(), rule);
    if (with == RejectWith.TCP_RESET) {
      answerWithReset(skb, refusal, true);
    } else {
      answerWithIcmp(skb, with.icmpType(), with.icmpCode(), refusal);
    }
  }

  /** Resets a TCP connection that nobody here knows. */
  void resetClosedPort(Skb skb, String why) {
    IpAddress towards = skb.packet().destination();
    answerWithReset(skb, new Refusal(Refusal.Cause.CLOSED_PORT, host.name(), why, towards), false);
  }

  private void answerWithIcmp(Skb skb, int type, int code, Refusal refusal) {
    Packet cause = skb.packet();
    note(new Step.Answered("ICMP type " + type + " code " + code, refusal.detail()));
    if (cause.quoted() != null || isMulticast(cause)) {
      return; // no errors about errors, nor about groups (RFC 1122, 3.2.2)
    }
    IpAddress source = sourceOfError(cause);
    if (source == null) {
      return;
    }
    Packet error = host.sockets().take();
    error.setProtocol(cause.isV4() ? Protocol.ICMP.number() : Protocol.ICMPV6.number());
    error.setSource(source);
    error.setDestination(cause.sourceHigh(), cause.sourceLow());
    error.setIcmp(type, code);
    error.setQuoted(QuotedPacket.of(cause));
    error.setPayload(refusal);
    int whole = error.ipHeaderLength() + ICMP_HEADER_LENGTH + cause.length();
    error.setLength(Math.min(whole, error.isV4() ? LONGEST_V4 : LONGEST_V6));
    error.setTos(error.isV4() ? cause.tos() & TOS_BITS | INTERNETWORK_CONTROL : 0);
    host.path().send(error, PacketPath.KERNEL_SOCKET, "ICMP error", skb);
    host.sockets().release(error);
  }

  private void answerWithReset(Skb skb, Refusal refusal, boolean attach) {
    Packet cause = skb.packet();
    if (!cause.is(Protocol.TCP) || (cause.tcpFlags() & TcpFlags.RST) != 0) {
      return;
    }
    note(new Step.Answered("TCP RST", refusal.detail()));
    Packet reset = host.sockets().take();
    reset.setProtocol(Protocol.TCP.number());
    reset.setSource(cause.destinationHigh(), cause.destinationLow());
    reset.setDestination(cause.sourceHigh(), cause.sourceLow());
    reset.setSourcePort(cause.destinationPort());
    reset.setDestinationPort(cause.sourcePort());
    boolean acknowledges = (cause.tcpFlags() & TcpFlags.ACK) == 0;
    reset.setTcpFlags(acknowledges ? TcpFlags.RST | TcpFlags.ACK : TcpFlags.RST);
    reset.setPayload(refusal);
    reset.setTos(attach ? 0 : cause.tos()); // tcp_v4_send_reset reflects it, a rule does not
    reset.setLength(reset.ipHeaderLength() + TCP_HEADER_LENGTH);
    // Only tcp_v4_send_reset goes through a socket; a rule's reset and IPv6's do not.
    int socket = attach || !reset.isV4() ? PacketPath.NO_SOCKET : PacketPath.KERNEL_SOCKET;
    host.path().send(reset, socket, "TCP RST", attach ? skb : null);
    host.sockets().release(reset);
  }

  /**
   * The address that was called if it is this host's, else the one towards the sender (icmp_send).
   */
  private @Nullable IpAddress sourceOfError(Packet cause) {
    if (host.isLocal(cause.destinationHigh(), cause.destinationLow())) {
      return cause.destination();
    }
    return SourceAddresses.towards(host, cause.sourceHigh(), cause.sourceLow());
  }

  private static boolean isMulticast(Packet packet) {
    return IpAddress.isMulticast(packet.destinationHigh(), packet.destinationLow());
  }

  private void note(Step step) {
    Recorder recorder = host.network().recorder();
    if (recorder.isRecording()) {
      recorder.step(step);
    }
  }
}
