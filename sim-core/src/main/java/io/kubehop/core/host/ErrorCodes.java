package io.kubehop.core.host;

import io.kubehop.core.net.Packet;
import org.jspecify.annotations.Nullable;

/**
 * What an ICMP error means to a program (icmp_err_convert in net/ipv4/icmp.c, tab_unreach in
 * net/ipv6/icmp.c).
 */
final class ErrorCodes {
  private ErrorCodes() {}

  static SocketFailure failure(Packet error) {
    Object payload = error.payload();
    @Nullable Refusal refusal = payload instanceof Refusal given ? given : null;
    return new SocketFailure(errno(error), refusal);
  }

  private static SocketError errno(Packet error) {
    return error.isV4() ? errnoV4(error) : errnoV6(error);
  }

  private static SocketError errnoV4(Packet error) {
    if (error.icmpType() != 3) {
      return SocketError.EHOSTUNREACH;
    }
    return switch (error.icmpCode()) {
      case 0, 6, 9, 11 -> SocketError.ENETUNREACH;
      case 2 -> SocketError.ENOPROTOOPT;
      case 3 -> SocketError.ECONNREFUSED;
      default -> SocketError.EHOSTUNREACH;
    };
  }

  private static SocketError errnoV6(Packet error) {
    if (error.icmpType() != 1) {
      return SocketError.EHOSTUNREACH;
    }
    return switch (error.icmpCode()) {
      case 0 -> SocketError.ENETUNREACH;
      case 1, 5, 6 -> SocketError.EACCES;
      case 4 -> SocketError.ECONNREFUSED;
      default -> SocketError.EHOSTUNREACH;
    };
  }

  /** Whether a connected datagram socket reports it to its program; the others it only counts. */
  static boolean isHard(Packet error) {
    if (!error.isV4()) {
      return error.icmpType() == 1
          && error.icmpCode() != 0
          && error.icmpCode() != 2
          && error.icmpCode() != 3;
    }
    return error.icmpType() == 3
        && switch (error.icmpCode()) {
          case 2, 3, 9, 10, 13 -> true;
          default -> false;
        };
  }
}
