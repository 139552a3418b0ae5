package io.kubehop.kernel;

import java.util.List;

/**
 * A machine of a {@link Lab}: a node, a Pod on it, or a client outside.
 *
 * @param name its name, at most six letters and digits
 * @param address its one address
 * @param ports the ports on which it serves, over TCP and UDP
 */
record Machine(String name, String address, List<Integer> ports) {

  /** The addresses at which it can be reached. */
  List<String> addresses() {
    return List.of(address, address.contains(":") ? "::1" : "127.0.0.1");
  }
}
