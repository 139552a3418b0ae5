package io.kubehop.dns.message;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is on the wire: what a datagram carries, or what a TCP segment carries behind its
 * two bytes of length.
 */
public final class DnsPacket {
  /** The largest datagram without extensions (RFC 1035, 4.2.1). */
  public static final int CLASSIC_SIZE = 512;

  /** The largest message over TCP. */
  public static final int LARGEST_SIZE = 65535;

  private static final int HEADER_LENGTH = 12;
  private static final int FIRST_COUNT_OF_RECORDS = 6;

  private final byte[] bytes;

  private DnsPacket(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Takes bytes as they are. */
  public static DnsPacket ofBytes(byte[] bytes) {
    return new DnsPacket(bytes.clone());
  }

  /**
   * Writes a message that has to fit. What does not is left out from the end, additional records
   * first, and TC is set; names are compressed only where the message would not fit otherwise, as
   * the Go library of CoreDNS does it (miekg/dns, Msg.Truncate).
   *
   * @param size the largest number of bytes; at least {@link #CLASSIC_SIZE}
   */
  public static DnsPacket of(DnsMessage message, int size) {
    return new DnsPacket(Writer.write(message, size));
  }

  /**
   * Reads the message.
   *
   * @throws MalformedMessageException if the bytes are none
   */
  public DnsMessage message() throws MalformedMessageException {
    return Reader.read(bytes);
  }

  /**
   * The same bytes with a header that promises no record: what follows the question is not read.
   */
  public DnsPacket questionAlone() {
    byte[] copy = bytes.clone();
    Arrays.fill(copy, FIRST_COUNT_OF_RECORDS, HEADER_LENGTH, (byte) 0);
    return new DnsPacket(copy);
  }

  /** The bytes. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** The number of bytes. */
  public int length() {
    return bytes.length;
  }

  /**
   * Two bytes as a number, as the header has them.
   *
   * @param offset of the first one
   */
  public int unsignedShort(int offset) {
    return (bytes[offset] & 0xff) << 8 | bytes[offset + 1] & 0xff;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DnsPacket that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** In the words of {@code tcpdump}: {@code 4711+ A? cart.shop.svc.cluster.local. (45)}. */
  @Override
  public String toString() {
    return Summary.of(this);
  }
}
