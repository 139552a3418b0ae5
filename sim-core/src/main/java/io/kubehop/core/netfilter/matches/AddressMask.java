package io.kubehop.core.netfilter.matches;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;

/**
 * An address and the bits of it that count. The mask need not be a prefix: iptables takes {@code
 * 10.0.0.5/255.0.0.255}. Held as plain numbers, because every packet is compared with many of them.
 *
 * @param high upper half of the address in its 128-bit form, zero where the mask is
 * @param low lower half of the address
 * @param maskHigh upper half of the mask
 * @param maskLow lower half of the mask
 */
public record AddressMask(long high, long low, long maskHigh, long maskLow) {
  private static final long V4_PREFIX = 0xffff_ffff_0000_0000L;

  /** Clears the bits that do not count. */
  public AddressMask {
    high &= maskHigh;
    low &= maskLow;
  }

  /** One address. */
  public static AddressMask of(IpAddress address) {
    return new AddressMask(address.high(), address.low(), -1, -1);
  }

  /** All addresses of a network. */
  public static AddressMask of(Cidr cidr) {
    IpAddress address = cidr.address();
    return new AddressMask(address.high(), address.low(), cidr.highMask(), cidr.lowMask());
  }

  /** An address with a mask of its family. */
  public static AddressMask of(IpAddress address, IpAddress mask) {
    return mask.isV4()
        ? ofV4(address, mask.v4Bits())
        : new AddressMask(address.high(), address.low(), mask.high(), mask.low());
  }

  /** An IPv4 address with a mask of 32 bits. */
  public static AddressMask ofV4(IpAddress address, int mask) {
    return new AddressMask(
        address.high(), address.low(), -1, V4_PREFIX | Integer.toUnsignedLong(mask));
  }

  /** Whether an address, given by its halves, has these bits. */
  public boolean contains(long otherHigh, long otherLow) {
    return (otherLow & maskLow) == low && (otherHigh & maskHigh) == high;
  }

  /** Whether it stands for one address. */
  public boolean isSingle() {
    return maskHigh == -1 && maskLow == -1;
  }

  /** Whether it stands for every address of its family. */
  public boolean isAny() {
    return isV4() ? maskLow == V4_PREFIX : maskHigh == 0 && maskLow == 0;
  }

  /** The address, zero where the mask is. */
  public IpAddress address() {
    return new IpAddress(high, low);
  }

  /** The length of the prefix, or -1 if the mask is none. */
  public int prefixLength() {
    int total = isV4() ? 32 : 128;
    int zeros =
        maskLow == 0
            ? 64 + Long.numberOfTrailingZeros(maskHigh)
            : Long.numberOfTrailingZeros(maskLow);
    int length = Math.max(128 - zeros, 128 - total) - (128 - total);
    Cidr prefix = new Cidr(address(), length);
    return prefix.highMask() == maskHigh && prefix.lowMask() == maskLow ? length : -1;
  }

  private boolean isV4() {
    return IpAddress.isV4(high, low);
  }

  /**
   * As iptables-save prints it: {@code 10.0.0.0/8}, or with the mask in full if it is no prefix.
   */
  @Override
  public String toString() {
    int length = prefixLength();
    if (length >= 0) {
      return address() + "/" + length;
    }
    IpAddress mask = isV4() ? IpAddress.ofV4((int) maskLow) : new IpAddress(maskHigh, maskLow);
    return address() + "/" + mask;
  }
}
