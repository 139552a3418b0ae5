package io.kubehop.dns.message;

import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.Type;

/**
 * The type of a record or of a question (RFC 1035, 3.2.2, and the registry of IANA).
 *
 * @param number 0 to 65535
 */
public record RecordType(int number) {
  /** An IPv4 address. */
  public static final RecordType A = new RecordType(Type.A);

  /** An IPv6 address. */
  public static final RecordType AAAA = new RecordType(Type.AAAA);

  /** A name server. */
  public static final RecordType NS = new RecordType(Type.NS);

  /** Another name for the same. */
  public static final RecordType CNAME = new RecordType(Type.CNAME);

  /** The start of a zone. */
  public static final RecordType SOA = new RecordType(Type.SOA);

  /** The name of an address. */
  public static final RecordType PTR = new RecordType(Type.PTR);

  /** A mail exchange. */
  public static final RecordType MX = new RecordType(Type.MX);

  /** Text. */
  public static final RecordType TXT = new RecordType(Type.TXT);

  /** A service (RFC 2782). */
  public static final RecordType SRV = new RecordType(Type.SRV);

  /** Extensions (RFC 6891). */
  public static final RecordType OPT = new RecordType(Type.OPT);

  /** A delegation signer (RFC 4034). */
  public static final RecordType DS = new RecordType(Type.DS);

  /** An incremental transfer (RFC 1995). */
  public static final RecordType IXFR = new RecordType(Type.IXFR);

  /** A transfer of a whole zone (RFC 5936). */
  public static final RecordType AXFR = new RecordType(Type.AXFR);

  /** Any type. */
  public static final RecordType ANY = new RecordType(Type.ANY);

  /** The type of a name such as {@code SRV} or {@code TYPE65}, in any case. */
  public static Optional<RecordType> parse(String text) {
    int number = Type.value(text.toUpperCase(Locale.ROOT));
    return number < 0 ? Optional.empty() : Optional.of(new RecordType(number));
  }

  /** Whether this is a type of addresses. */
  public boolean isAddress() {
    return equals(A) || equals(AAAA);
  }

  /** Whether this asks for the transfer of a zone. */
  public boolean isTransfer() {
    return equals(AXFR) || equals(IXFR);
  }

  /** The name in upper case. */
  @Override
  public String toString() {
    return Type.string(number);
  }
}
