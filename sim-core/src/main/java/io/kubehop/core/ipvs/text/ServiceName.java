package io.kubehop.core.ipvs.text;

import io.kubehop.core.ipvs.Persistence;
import io.kubehop.core.ipvs.VirtualServerKey;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;

/** How ipvsadm writes a virtual server. */
final class ServiceName {
  private ServiceName() {}

  /** As options: {@code -t 10.96.0.1:80}, {@code -f 7 -6}. */
  static String asOptions(VirtualServerKey key) {
    if (key.isByMark()) {
      return "-f " + Integer.toUnsignedString(key.fwmark()) + (isV4(key) ? "" : " -6");
    }
    return option(key.protocol()) + " " + socket(key);
  }

  /** In a list: {@code TCP 10.96.0.1:80}, {@code FWM 7 IPv6}. */
  static String inList(VirtualServerKey key) {
    if (key.isByMark()) {
      return "FWM  " + Integer.toUnsignedString(key.fwmark()) + (isV4(key) ? "" : " IPv6");
    }
    String protocol = protocol(key.protocol());
    return protocol + " ".repeat(5 - protocol.length()) + socket(key);
  }

  private static boolean isV4(VirtualServerKey key) {
    return key.address().isV4();
  }

  private static SocketAddress socket(VirtualServerKey key) {
    return new SocketAddress(key.address(), key.port());
  }

  private static String option(int protocol) {
    if (protocol == Protocol.TCP.number()) {
      return "-t";
    }
    return protocol == Protocol.UDP.number() ? "-u" : "--sctp-service";
  }

  /** The name of a protocol as the kernel has it; {@code IP} for none. */
  static String protocol(int number) {
    Protocol known = Protocol.ofNumber(number);
    return number == 0 ? "IP" : known == null ? "IP_" + number : known.name();
  }

  /** A persistence mask: dotted, or as a prefix length. */
  static String mask(VirtualServerKey key, Persistence persistence) {
    return isV4(key)
        ? IpAddress.ofV4(persistence.v4Mask()).toString()
        : Integer.toString(persistence.v6PrefixLength());
  }
}
