package io.kubehop.dns.message;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.OPTRecord;

/** Writes the wire form, so that it fits. */
final class Writer {
  private Writer() {}

  static byte[] write(DnsMessage message, int size) {
    byte[] plain = encode(message, false);
    if (plain.length <= size) {
      return plain;
    }
    byte[] whole = encode(message, true);
    return whole.length <= size ? whole : encode(shortened(message, size), true);
  }

  /** As many records from the front as fit, with TC. */
  private static DnsMessage shortened(DnsMessage message, int size) {
    int fits = 0;
    int tooMany = count(message);
    while (tooMany - fits > 1) {
      int middle = (fits + tooMany) >>> 1;
      if (encode(first(message, middle), true).length <= size) {
        fits = middle;
      } else {
        tooMany = middle;
      }
    }
    return first(message, fits);
  }

  private static int count(DnsMessage message) {
    return message.answer().size() + message.authority().size() + message.additional().size();
  }

  private static DnsMessage first(DnsMessage message, int records) {
    int answers = Math.min(records, message.answer().size());
    int authorities = Math.min(records - answers, message.authority().size());
    int extras = Math.min(records - answers - authorities, message.additional().size());
    return new DnsMessage(
        message.header().with(Flag.TC, true),
        message.questions(),
        message.answer().subList(0, answers),
        message.authority().subList(0, authorities),
        message.additional().subList(0, extras),
        message.edns());
  }

  private static byte[] encode(DnsMessage message, boolean compresses) {
    WireBuffer out = new WireBuffer(compresses);
    Header header = message.header();
    Edns edns = message.edns();
    out.writeShort(header.id());
    out.writeShort(header.flags() | header.opcode() << 11 | header.rcode().number() & 0xf);
    out.writeShort(message.questions().size());
    out.writeShort(message.answer().size());
    out.writeShort(message.authority().size());
    out.writeShort(message.additional().size() + (edns == null ? 0 : 1));
    for (Question question : message.questions()) {
      out.writeName(question.name().name(), true);
      out.writeShort(question.type().number());
      out.writeShort(question.recordClass());
    }
    writeAll(out, message.answer());
    writeAll(out, message.authority());
    writeAll(out, message.additional());
    writeExtensions(out, header.rcode(), edns);
    return out.toBytes();
  }

  private static void writeAll(WireBuffer out, List<ResourceRecord> records) {
    records.forEach(record -> out.writeRecord(record.content()));
  }

  private static void writeExtensions(WireBuffer out, ResponseCode rcode, @Nullable Edns edns) {
    if (edns != null) {
      int flags = edns.dnssec() ? ExtendedFlags.DO : 0;
      out.writeRecord(new OPTRecord(edns.udpSize(), rcode.number() >>> 4, edns.version(), flags));
    }
  }
}
