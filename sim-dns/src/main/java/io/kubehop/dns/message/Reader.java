package io.kubehop.dns.message;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Reads the wire form. */
final class Reader {
  private static final int FIRST_COUNT = 4;

  private Reader() {}

  static DnsMessage read(byte[] bytes) throws MalformedMessageException {
    Message message;
    try {
      message = new Message(bytes);
    } catch (IOException | RuntimeException e) {
      // The library lets bounds of arrays and of numbers show through for some records.
      throw new MalformedMessageException("the bytes are no DNS message: " + e.getMessage(), e);
    }
    requireComplete(message, bytes);
    return new DnsMessage(
        header(message, bytes),
        questions(message),
        records(message, Section.ANSWER),
        records(message, Section.AUTHORITY),
        records(message, Section.ADDITIONAL),
        edns(message.getOPT()));
  }

  /** The library puts up with messages that end too early, if they say that they are cut short. */
  private static void requireComplete(Message message, byte[] bytes)
      throws MalformedMessageException {
    for (int section = Section.QUESTION; section <= Section.ADDITIONAL; section++) {
      int offset = FIRST_COUNT + 2 * section;
      int promised = (bytes[offset] & 0xff) << 8 | bytes[offset + 1] & 0xff;
      if (message.getSection(section).size() != promised) {
        throw new MalformedMessageException(
            "the bytes end before the " + promised + " records of section " + section, null);
      }
    }
  }

  private static Header header(Message message, byte[] bytes) {
    int bits = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    int flags = 0;
    for (Flag flag : Flag.values()) {
      flags |= bits & flag.bit();
    }
    return new Header(
        message.getHeader().getID(),
        flags,
        message.getHeader().getOpcode(),
        new ResponseCode(message.getRcode()));
  }

  private static List<Question> questions(Message message) {
    List<Question> questions = new ArrayList<>();
    for (Record asked : message.getSection(Section.QUESTION)) {
      questions.add(
          new Question(
              new DomainName(asked.getName()), new RecordType(asked.getType()), asked.getDClass()));
    }
    return questions;
  }

  private static List<ResourceRecord> records(Message message, int section) {
    List<ResourceRecord> records = new ArrayList<>();
    for (Record content : message.getSection(section)) {
      if (!(content instanceof OPTRecord)) {
        records.add(ResourceRecord.ofContent(content));
      }
    }
    return records;
  }

  private static @Nullable Edns edns(@Nullable OPTRecord opt) {
    return opt == null
        ? null
        : new Edns(
            opt.getPayloadSize(), opt.getVersion(), (opt.getFlags() & ExtendedFlags.DO) != 0);
  }
}
