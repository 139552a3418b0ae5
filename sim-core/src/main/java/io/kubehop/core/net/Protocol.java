package io.kubehop.core.net;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The transport protocols that the machine carries, with their IANA numbers. */
public enum Protocol {
  /** Internet Control Message Protocol, RFC 792. */
  ICMP(1),
  /** Transmission Control Protocol, RFC 9293. */
  TCP(6),
  /** User Datagram Protocol, RFC 768. */
  UDP(17),
  /** ICMP for IPv6, RFC 4443. */
  ICMPV6(58),
  /** Stream Control Transmission Protocol, RFC 9260. */
  SCTP(132);

  private static final Protocol[] VALUES = values();
  private final int number;

  Protocol(int number) {
    this.number = number;
  }

  /** The number in the IP header. */
  public int number() {
    return number;
  }

  /** The protocol of a number, or null for one that the machine does not carry. */
  public static @Nullable Protocol ofNumber(int number) {
    for (Protocol protocol : VALUES) {
      if (protocol.number == number) {
        return protocol;
      }
    }
    return null;
  }

  /** Whether packets have port numbers. */
  public boolean hasPorts() {
    return this == TCP || this == UDP || this == SCTP;
  }

  /** The name in lower case, as rules write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
