package io.kubehop.core.net;

/**
 * An address and a port.
 *
 * @param address the address
 * @param port 0 to 65535
 */
public record SocketAddress(IpAddress address, int port) implements Comparable<SocketAddress> {

  /** Checks the port. */
  public SocketAddress {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port + " is not in 0..65535");
    }
  }

  /**
   * Reads {@code 10.0.0.1:80} or {@code [fd00::1]:80}.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  public static SocketAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    boolean brackets = text.startsWith("[") && colon > 0 && text.charAt(colon - 1) == ']';
    String host =
        colon < 0 ? "" : brackets ? text.substring(1, colon - 1) : text.substring(0, colon);
    String port = text.substring(colon + 1);
    boolean valid =
        IpAddress.isAddress(host)
            && IpAddress.parse(host).isV4() != brackets
            && port.matches("[0-9]{1,5}")
            && Integer.parseInt(port) <= 65535;
    if (!valid) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not an address and a port, such as 10.0.0.1:80 or [fd00::1]:80");
    }
    return new SocketAddress(IpAddress.parse(host), Integer.parseInt(port));
  }

  /** Orders by address, then by port. */
  @Override
  public int compareTo(SocketAddress other) {
    int byAddress = address.compareTo(other.address);
    return byAddress != 0 ? byAddress : Integer.compare(port, other.port);
  }

  /** {@code 10.0.0.1:80} or {@code [fd00::1]:80}. */
  @Override
  public String toString() {
    return address.isV4() ? address + ":" + port : "[" + address + "]:" + port;
  }
}
