package io.kubehop.kernel;

/**
 * A call to be made, in the kernel and in the model.
 *
 * @param from name of the calling {@link Machine}
 * @param protocol {@code tcp} or {@code udp}
 * @param address the called address
 * @param port the called port
 * @param sourcePort the caller's own port
 */
record RealCall(String from, String protocol, String address, int port, int sourcePort) {

  String words() {
    return protocol + " " + address + " " + port + " " + sourcePort;
  }

  @Override
  public String toString() {
    return from + ":" + sourcePort + " -> " + protocol + "://" + address + ":" + port;
  }
}
