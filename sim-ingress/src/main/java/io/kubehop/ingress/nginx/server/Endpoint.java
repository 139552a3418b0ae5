package io.kubehop.ingress.nginx.server;

/**
 * Where an upstream's requests can go.
 *
 * @param address an address, or the name of an ExternalName Service
 * @param port the port
 */
public record Endpoint(String address, int port) {

  /** {@code 10.0.0.1:80} or {@code [fd00::1]:80}. */
  @Override
  public String toString() {
    return address.indexOf(':') < 0 ? address + ":" + port : "[" + address + "]:" + port;
  }
}
