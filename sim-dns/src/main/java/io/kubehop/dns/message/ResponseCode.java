package io.kubehop.dns.message;

import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.Rcode;

/**
 * How a server says that it went (RFC 1035, 4.1.1; with extensions also the numbers above 15, RFC
 * 6891).
 *
 * @param number 0 to 4095
 */
public record ResponseCode(int number) {
  /** No error, whether or not there is data. */
  public static final ResponseCode NOERROR = new ResponseCode(Rcode.NOERROR);

  /** The server could not read the question. */
  public static final ResponseCode FORMERR = new ResponseCode(Rcode.FORMERR);

  /** The server failed. */
  public static final ResponseCode SERVFAIL = new ResponseCode(Rcode.SERVFAIL);

  /** The name does not exist. */
  public static final ResponseCode NXDOMAIN = new ResponseCode(Rcode.NXDOMAIN);

  /** The server does not do that. */
  public static final ResponseCode NOTIMP = new ResponseCode(Rcode.NOTIMP);

  /** The server does not want to. */
  public static final ResponseCode REFUSED = new ResponseCode(Rcode.REFUSED);

  /** The server does not know that version of the extensions. */
  public static final ResponseCode BADVERS = new ResponseCode(Rcode.BADVERS);

  /** The code of a name such as {@code NXDOMAIN}, in any case. */
  public static Optional<ResponseCode> parse(String text) {
    int number = Rcode.value(text.toUpperCase(Locale.ROOT));
    return number < 0 ? Optional.empty() : Optional.of(new ResponseCode(number));
  }

  /** The name in upper case. */
  @Override
  public String toString() {
    return Rcode.string(number);
  }
}
