package io.kubehop.core.ipvs;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Protocol;
import io.kubehop.core.net.SocketAddress;

/**
 * What tells virtual servers apart: protocol, address and port, or a firewall mark and a family.
 *
 * @param protocol IP protocol number; TCP's for a mark, where it does not count
 * @param address the virtual address; the unspecified one of the family for a mark
 * @param port the virtual port; 0 for every port that no other virtual server has, and for a mark
 * @param fwmark the mark of the packets; 0 if the address counts
 */
public record VirtualServerKey(int protocol, IpAddress address, int port, int fwmark) {

  /** A virtual server by address. */
  public static VirtualServerKey of(Protocol protocol, IpAddress address, int port) {
    return new VirtualServerKey(protocol.number(), address, port, 0);
  }

  /** A virtual server by firewall mark. */
  public static VirtualServerKey ofMark(int fwmark, IpFamily family) {
    if (fwmark == 0) {
      throw new IllegalArgumentException("a firewall mark of 0 stands for none");
    }
    IpAddress any = family == IpFamily.IPV4 ? IpAddress.ANY_V4 : IpAddress.ANY_V6;
    return new VirtualServerKey(Protocol.TCP.number(), any, 0, fwmark);
  }

  /** The family of its clients. */
  public IpFamily family() {
    return address.family();
  }

  /** Whether packets belong to it by their mark. */
  public boolean isByMark() {
    return fwmark != 0;
  }

  /** {@code TCP 10.96.0.1:80} or {@code FWM 7}, as {@code ipvsadm -L} has it. */
  @Override
  public String toString() {
    if (isByMark()) {
      return "FWM " + Integer.toUnsignedString(fwmark) + (address.isV4() ? "" : " IPv6");
    }
    Protocol known = Protocol.ofNumber(protocol);
    String name = known == null ? "IP_" + protocol : known.name();
    return name + " " + new SocketAddress(address, port);
  }
}
