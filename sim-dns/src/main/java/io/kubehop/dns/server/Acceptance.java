package io.kubehop.dns.server;

import io.kubehop.dns.message.DnsMessage;
import io.kubehop.dns.message.DnsPacket;
import io.kubehop.dns.message.Flag;
import io.kubehop.dns.message.Header;
import io.kubehop.dns.message.MalformedMessageException;
import io.kubehop.dns.message.Question;
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

  /** The bits of a header that a refusal repeats: TC, RD, RA, AD, CD. */
  private static final int KEPT = 0x03b0;

  /** Those that every other answer repeats. */
  private static final int RD_AND_CD = 0x0110;

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

  /** A header alone gets as far as the server, which finds no question in it. */
  private static Acceptance read(DnsPacket packet) {
    if (packet.length() == HEADER_LENGTH) {
      return answered(header(packet, Header.QUERY, ResponseCode.SERVFAIL, RD_AND_CD), List.of());
    }
    try {
      DnsMessage message = packet.message();
      return new Acceptance(message, null);
    } catch (MalformedMessageException e) {
      Header header = header(packet, Header.QUERY, ResponseCode.FORMERR, KEPT);
      return answered(header, questions(packet));
    }
  }

  /** The question is repeated if it could be read; what came after it was the fault. */
  private static List<Question> questions(DnsPacket packet) {
    try {
      return packet.questionAlone().message().questions();
    } catch (MalformedMessageException e) {
      return List.of();
    }
  }

  private static Acceptance refuse(DnsPacket packet, int opcode, ResponseCode code) {
    return answered(header(packet, opcode, code, KEPT), List.of());
  }

  private static Header header(DnsPacket packet, int opcode, ResponseCode code, int kept) {
    return new Header(packet.unsignedShort(0), packet.unsignedShort(2) & kept, opcode, code)
        .with(Flag.QR, true);
  }

  private static Acceptance answered(Header header, List<Question> questions) {
    return new Acceptance(
        null, new DnsMessage(header, questions, List.of(), List.of(), List.of(), null));
  }
}
