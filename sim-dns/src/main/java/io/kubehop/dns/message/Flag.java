package io.kubehop.dns.message;

import java.util.Locale;

/**
 * The single bits in the header of a message (RFC 1035, 4.1.1; RFC 4035, 3.2), from left to right.
 */
public enum Flag {
  /** It is an answer. */
  QR(0x8000),
  /** The server speaks for the zone. */
  AA(0x0400),
  /** Something was left out because it did not fit. */
  TC(0x0200),
  /** The client wants the server to ask others. */
  RD(0x0100),
  /** The server asks others. */
  RA(0x0080),
  /** The data is authenticated. */
  AD(0x0020),
  /** The client does not want the server to check signatures. */
  CD(0x0010);

  private final int bit;

  Flag(int bit) {
    this.bit = bit;
  }

  int bit() {
    return bit;
  }

  /** In lower case, as {@code dig} prints it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
