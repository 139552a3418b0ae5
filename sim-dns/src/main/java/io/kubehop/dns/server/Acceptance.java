package io.kubehop.dns.server;

import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DnsPacket;
import io.kubehop.dns.message.Edns;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.Header;
import io.kubehop.dns.message.MalformedMessageException;
import io.kubehop.dns.message.ResponseCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server does with bytes that arrive, before any plugin sees them: take the query, refuse
 * it, or keep silent, as the Go library of CoreDNS does (miekg/dns, MsgAcceptFunc).
 *
 * @param query the query; null unless it is taken
 * @param refusal what is answered at once; null if nothing is
 */
record Acceptance(@Nullable DnsMessage query, @Nullable DnsMessage refusal) {
  private static final int HEADER_LENGTH = 12;
  private static final Acceptance SILENCE = new Acceptance(null, null);

  static Acceptance of(DnsPacket packet) {
    if (packet.length() < HEADER_LENGTH) {
      return SILENCE;
    }
    int bits = packet.unsignedShort(2);
    int opcode = bits >>> 11 & 0xf;
    if ((bits & 0x8000) != 0) {
      return SILENCE; // an answer
    } else if (opcode != Header.QUERY && opcode != Header.NOTIFY) {
      return refuse(packet, opcode, ResponseCode.NOTIMP);
    }
    boolean countsFit =
        packet.unsignedShort(4) == 1
            && packet.unsignedShort(6) <= 1
            && packet.unsignedShort(8) <= 1
            && packet.unsignedShort(10) <= 2;
    return countsFit ? read(packet) : refuse(packet, Header.QUERY, ResponseCode.FORMERR);
  }

  private static Acceptance read(DnsPacket packet) {
    try {
      DnsMessage message = packet.message();
      Edns edns = message.edns();
      if (edns != null && edns.version() != 0) {
        return new Acceptance(
            null,
            DnsMessage.replyTo(message).with(ResponseCode.BADVERS).withEdns(new Edns(0, 0, false)));
      }
      return new Acceptance(message, null);
    } catch (MalformedMessageException e) {
      return refuse(packet, Header.QUERY, ResponseCode.FORMERR);
    }
  }

  private static Acceptance refuse(DnsPacket packet, int opcode, ResponseCode code) {
    Header header =
        new Header(packet.unsignedShort(0), packet.unsignedShort(2) & 0x03b0, opcode, code)
            .with(Flag.QR, true);
    return new Acceptance(
        null, new DnsMessage(header, List.of(), List.of(), List.of(), List.of(), null));
  }
}
