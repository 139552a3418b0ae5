package io.kubehop.core.net;

/** The two address families. */
public enum IpFamily {
  /** 32-bit addresses, RFC 791. */
  IPV4(32),
  /** 128-bit addresses, RFC 8200. */
  IPV6(128);

  private final int bits;

  IpFamily(int bits) {
    this.bits = bits;
  }

  /** The length of an address in bits. */
  public int bits() {
    return bits;
  }
}
