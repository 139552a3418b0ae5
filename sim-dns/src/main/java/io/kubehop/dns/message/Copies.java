package io.kubehop.dns.message;

import java.util.Objects;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** Copies of records with another owner or TTL, which the library only makes from bytes. */
final class Copies {
  private Copies() {}

  static Record with(Record record, Name owner, long ttl) {
    byte[] data = WireBuffer.plainData(record);
    return Objects.requireNonNull(
        Record.newRecord(owner, record.getType(), record.getDClass(), ttl, data.length, data));
  }
}
