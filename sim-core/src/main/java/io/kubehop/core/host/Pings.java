package io.kubehop.core.host;

import io.kubehop.core.net.Packet;
import io.kubehop.core.net.Protocol;

/** Answers echo requests (RFC 792, RFC 4443). */
final class Pings {
  private Pings() {}

  static void receive(Host host, Packet request) {
    boolean v4 = request.is(Protocol.ICMP) && request.icmpType() == 8;
    boolean v6 = request.is(Protocol.ICMPV6) && request.icmpType() == 128;
    if (!v4 && !v6) {
      return;
    }
    Packet answer = new Packet();
    answer.copyFrom(request);
    answer.setSource(request.destinationHigh(), request.destinationLow());
    answer.setDestination(request.sourceHigh(), request.sourceLow());
    answer.setIcmp(v4 ? 0 : 129, 0);
    answer.setTtl(Packet.DEFAULT_TTL);
    host.path().send(answer, PacketPath.KERNEL_SOCKET, "echo reply");
  }
}
