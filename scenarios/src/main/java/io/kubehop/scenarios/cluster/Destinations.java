package io.kubehop.scenarios.cluster;

import io.kubehop.core.net.IpAddress;
import io.kubehop.scenarios.connection.Destination;

/** The address that a client connects to. */
final class Destinations {
  private Destinations() {}

  /**
   * The address of a destination.
   *
   * @throws NotPossibleException if it is one of a kind that cannot be called
   */
  static IpAddress address(Destination destination) {
    return destination
        .address()
        .orElseThrow(
            () ->
                new NotPossibleException(
                    "not supported yet: names such as "
                        + destination.host()
                        + "; call the address"));
  }
}
