package io.kubehop.dns.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.Master;
import org.xbill.DNS.Record;

/** Zones as files (RFC 1035, 5). Other files cannot be included. */
public final class ZoneFile {
  private ZoneFile() {}

  /**
   * Reads the records of a zone.
   *
   * @param origin what names without a final dot are relative to
   * @throws IllegalArgumentException if the text is no zone, with the line
   */
  public static List<ResourceRecord> parse(String text, DomainName origin) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    List<ResourceRecord> records = new ArrayList<>();
    try (Master master = new Master(new ByteArrayInputStream(bytes), origin.name())) {
      master.disableIncludes();
      for (Record next = master.nextRecord(); next != null; next = master.nextRecord()) {
        records.add(new ResourceRecord(next));
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("not a zone file: " + e.getMessage(), e);
    }
    return records;
  }
}
