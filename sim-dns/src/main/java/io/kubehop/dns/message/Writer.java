package io.kubehop.dns.message;

import com.google.common.io.ByteArrayDataOutput;
import com.google.common.io.ByteStreams;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Writes the wire form, so that it fits. */
final class Writer {
  private Writer() {}

  static byte[] write(DnsMessage message, int size) {
    byte[] plain = uncompressed(message);
    if (plain.length <= Math.max(size, DnsPacket.CLASSIC_SIZE)) {
      return plain;
    }
    byte[] whole = compressed(message);
    return whole.length <= size ? whole : compressed(shortened(message, size));
  }

  /** As many records from the front as fit, with TC. */
  private static DnsMessage shortened(DnsMessage message, int size) {
    int total = count(message);
    int fits = 0;
    int tooMany = total;
    while (tooMany - fits > 1) {
      int middle = (fits + tooMany) >>> 1;
      if (compressed(first(message, middle)).length <= size) {
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

  private static byte[] compressed(DnsMessage message) {
    return build(message).toWire();
  }

  private static byte[] uncompressed(DnsMessage message) {
    Message built = build(message);
    ByteArrayDataOutput out = ByteStreams.newDataOutput();
    out.write(built.getHeader().toWire());
    for (int section = Section.QUESTION; section <= Section.ADDITIONAL; section++) {
      for (Record content : built.getSection(section)) {
        out.write(content.toWire(section));
      }
    }
    return out.toByteArray();
  }

  private static Message build(DnsMessage message) {
    Message built = new Message(message.header().id());
    setHeader(built.getHeader(), message.header());
    for (Question question : message.questions()) {
      built.addRecord(
          Record.newRecord(
              question.name().name(), question.type().number(), question.recordClass()),
          Section.QUESTION);
    }
    addAll(built, message.answer(), Section.ANSWER);
    addAll(built, message.authority(), Section.AUTHORITY);
    addAll(built, message.additional(), Section.ADDITIONAL);
    Record opt = opt(message);
    if (opt != null) {
      built.addRecord(opt, Section.ADDITIONAL);
    }
    return built;
  }

  private static void setHeader(org.xbill.DNS.Header built, Header header) {
    built.setOpcode(header.opcode());
    built.setRcode(header.rcode().number() & 0xf);
    for (Flag flag : header.flagList()) {
      built.setFlag(15 - Integer.numberOfTrailingZeros(flag.bit()));
    }
  }

  private static void addAll(Message built, List<ResourceRecord> records, int section) {
    for (ResourceRecord record : records) {
      built.addRecord(record.content(), section);
    }
  }

  private static @Nullable Record opt(DnsMessage message) {
    Edns edns = message.edns();
    return edns == null
        ? null
        : new OPTRecord(
            edns.udpSize(),
            message.rcode().number() >>> 4,
            edns.version(),
            edns.dnssec() ? ExtendedFlags.DO : 0);
  }
}
