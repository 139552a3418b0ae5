package io.kubehop.dns.message;

import java.util.Arrays;
import java.util.Objects;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Copies of records with another owner or TTL, which the library only makes from bytes. */
final class Copies {
  /** Type, class, TTL and length of the data. */
  private static final int FIXED_LENGTH = 10;

  private Copies() {}

  static Record with(Record record, Name owner, long ttl) {
    byte[] wire = record.toWire(Section.ANSWER);
    byte[] data =
        Arrays.copyOfRange(wire, record.getName().length() + FIXED_LENGTH, wire.length);
    return Objects.requireNonNull(
        Record.newRecord(owner, record.getType(), record.getDClass(), ttl, data.length, data));
  }
}
