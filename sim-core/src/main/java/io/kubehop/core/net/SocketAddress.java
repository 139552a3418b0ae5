package io.kubehop.core.net;

/**
 * An address and a port.
 *
 * @param address the address
 * @param port 0 to 65535
 */
public record SocketAddress(IpAddress address, int port) {

  /** Checks the port. */
  public SocketAddress {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is not in 0..65535");
    }
  }

  /** {@code 10.0.0.1:80} or {@code [fd00::1]:80}. */
  @Override
  public String toString() {
    return address.isV4() ? address + ":" + port : "[" + address + "]:" + port;
  }
}
