package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;

/**
 * An address and the bits of it that count. The mask need not be a prefix: iptables takes {@code
 * 10.0.0.5/255.0.0.255}.
 *
 * @param address the address, zero where the mask is
 * @param maskHigh upper half of the mask, over the 128-bit form
 * @param maskLow lower half of the mask
 */
public record AddressMask(IpAddress address, long maskHigh, long maskLow) {
  private static final long V4_PREFIX = 0xffff_ffff_0000_0000L;

  /** Clears the bits that do not count. */
  public AddressMask {
    address = new IpAddress(address.high() & maskHigh, address.low() & maskLow);
  }

  /** One address. */
  public static AddressMask of(IpAddress address) {
    return new AddressMask(address, -1, -1);
  }

  /** All addresses of a network. */
  public static AddressMask of(Cidr cidr) {
    return new AddressMask(cidr.address(), cidr.highMask(), cidr.lowMask());
  }

  /** An IPv4 address with a mask of 32 bits. */
  public static AddressMask ofV4(IpAddress address, int mask) {
    return new AddressMask(address, -1, V4_PREFIX | Integer.toUnsignedLong(mask));
  }

  /** Whether an address, given by its halves, has these bits. */
  public boolean contains(long high, long low) {
    return (low & maskLow) == address.low() && (high & maskHigh) == address.high();
  }

  /** Whether it stands for one address. */
  public boolean isSingle() {
    return maskHigh == -1 && maskLow == -1;
  }

  /** Whether it stands for every address of its family. */
  public boolean isAny() {
    return address.isV4() ? maskLow == V4_PREFIX : maskHigh == 0 && maskLow == 0;
  }

  /** The length of the prefix, or -1 if the mask is none. */
  public int prefixLength() {
    int total = address.isV4() ? 32 : 128;
    int zeros =
        maskLow == 0
            ? 64 + Long.numberOfTrailingZeros(maskHigh)
            : Long.numberOfTrailingZeros(maskLow);
    int length = Math.max(128 - zeros, 128 - total) - (128 - total);
    Cidr prefix = new Cidr(address, length);
    return prefix.highMask() == maskHigh && prefix.lowMask() == maskLow ? length : -1;
  }

  /**
   * As iptables-save prints it: {@code 10.0.0.0/8}, or with the mask in full if it is no prefix.
   */
  @Override
  public String toString() {
    int length = prefixLength();
    if (length >= 0) {
      return address + "/" + length;
    }
    IpAddress mask =
        address.isV4() ? IpAddress.ofV4((int) maskLow) : new IpAddress(maskHigh, maskLow);
    return address + "/" + mask;
  }
}
