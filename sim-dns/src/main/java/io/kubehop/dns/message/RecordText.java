package io.kubehop.dns.message;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TTL;

/**
 * Records as zone files write them (RFC 1035, 5.1): owner, then TTL and class in either order or
 * not at all, then type and data. A missing TTL is 3600 seconds.
 */
public final class RecordText {
  private static final long DEFAULT_TTL = 3600;

  private RecordText() {}

  /**
   * Reads one record with names relative to an origin.
   *
   * @throws IllegalArgumentException if the text is no record
   */
  public static ResourceRecord parse(String text, DomainName origin) {
    String[] ownerAndRest = split(text.strip(), text);
    DomainName owner = relative(ownerAndRest[0], origin);
    return parse(owner, DEFAULT_TTL, ownerAndRest[1], origin);
  }

  /**
   * Reads what follows the owner of a record.
   *
   * @throws IllegalArgumentException if the text is no record
   */
  public static ResourceRecord parse(
      DomainName owner, long defaultTtl, String text, DomainName origin) {
    long ttl = defaultTtl;
    int dclass = DClass.IN;
    String rest = text.strip();
    while (true) {
      String[] wordAndRest = split(rest, text);
      String word = wordAndRest[0];
      if (DClass.value(word) >= 0) {
        dclass = DClass.value(word);
      } else if (ttl(word) != null) {
        ttl = TTL.parseTTL(word);
      } else {
        return read(owner, type(word, text), dclass, ttl, wordAndRest[1], origin);
      }
      rest = wordAndRest[1];
    }
  }

  /** A name that is complete if it ends in a dot, else one below an origin; {@code @} is that. */
  public static DomainName relative(String text, DomainName origin) {
    if (text.equals("@")) {
      return origin;
    }
    DomainName child = text.endsWith(".") ? DomainName.of(text) : origin.child(text);
    if (child == null) {
      throw new IllegalArgumentException("'" + text + "' is not a domain name below " + origin);
    }
    return child;
  }

  private static ResourceRecord read(
      DomainName owner, RecordType type, int dclass, long ttl, String data, DomainName origin) {
    try {
      return new ResourceRecord(
          Record.fromString(
              owner.name(), type.number(), dclass, ttl, data, Name.fromString(origin.toString())));
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + data + "' is no data of a record of type " + type, e);
    }
  }

  private static RecordType type(String word, String text) {
    return RecordType.parse(word)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + text.strip() + "' is no record: '" + word + "' is no type"));
  }

  private static @Nullable Long ttl(String word) {
    try {
      return TTL.parseTTL(word);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The first word, and what follows it. */
  private static String[] split(String text, String whole) {
    String[] parts = text.split("\\s+", 2);
    if (parts[0].isEmpty()) {
      throw new IllegalArgumentException("'" + whole.strip() + "' is no record: it ends too early");
    }
    return parts.length == 2 ? parts : new String[] {parts[0], ""};
  }
}
