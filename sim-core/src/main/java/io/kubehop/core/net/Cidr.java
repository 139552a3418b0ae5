package io.kubehop.core.net;

/**
 * A network: an address and the number of leading bits that count.
 *
 * @param address the first address of the network (bits beyond the prefix are zero)
 * @param prefixLength 0 to 32 for IPv4, 0 to 128 for IPv6
 */
public record Cidr(IpAddress address, int prefixLength) {

  /** Clears the bits beyond the prefix. */
  public Cidr {
    int bits = address.family().bits();
    if (prefixLength < 0 || prefixLength > bits) {
      throw new IllegalArgumentException("prefix length " + prefixLength + " is not in 0.." + bits);
    }
    int length = prefixLength + 128 - bits;
    address = new IpAddress(address.high() & highMask(length), address.low() & lowMask(length));
  }

  /**
   * Reads {@code address/length}; an address alone stands for itself.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return host(IpAddress.parse(text));
    }
    String length = text.substring(slash + 1);
    if (length.isEmpty()
        || length.length() > 3
        || !length.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a network: '" + length + "' is no prefix length");
    }
    return new Cidr(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(length));
  }

  /** The network that holds one address. */
  public static Cidr host(IpAddress address) {
    return new Cidr(address, address.family().bits());
  }

  /** The family. */
  public IpFamily family() {
    return address.family();
  }

  /**
   * Whether an address given by its halves is in the network. Addresses of the other family never
   * are.
   */
  public boolean contains(long high, long low) {
    int length = maskLength();
    return (high & highMask(length)) == address.high()
        && (low & lowMask(length)) == address.low()
        && (length > 96 || IpAddress.isV4(high, low) == address.isV4());
  }

  /** Whether an address is in the network. */
  public boolean contains(IpAddress candidate) {
    return contains(candidate.high(), candidate.low());
  }

  /** Whether every address of another network is in this one. */
  public boolean contains(Cidr other) {
    return other.prefixLength >= prefixLength && contains(other.address);
  }

  /** Whether some address is in both networks. */
  public boolean overlaps(Cidr other) {
    return contains(other.address) || other.contains(address);
  }

  /** The last address. */
  public IpAddress last() {
    int length = maskLength();
    return new IpAddress(address.high() | ~highMask(length), address.low() | ~lowMask(length));
  }

  /** The number of addresses; {@code Long.MAX_VALUE} if there are more. */
  public long size() {
    int hostBits = family().bits() - prefixLength;
    return hostBits >= 63 ? Long.MAX_VALUE : 1L << hostBits;
  }

  /** The mask over the upper 64 bits, of the 128-bit form. */
  public long highMask() {
    return highMask(maskLength());
  }

  /** The mask over the lower 64 bits, of the 128-bit form. */
  public long lowMask() {
    return lowMask(maskLength());
  }

  private int maskLength() {
    return prefixLength + 128 - family().bits();
  }

  private static long highMask(int length) {
    return length >= 64 ? -1L : length == 0 ? 0 : -1L << (64 - length);
  }

  private static long lowMask(int length) {
    return length <= 64 ? 0 : length == 128 ? -1L : -1L << (128 - length);
  }

  @Override
  public String toString() {
    return address + "/" + prefixLength;
  }
}
