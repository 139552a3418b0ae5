package io.kubehop.service.apiserver;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Simulation;
import java.util.Optional;

/**
 * The cluster IPs of one range ({@code pkg/registry/core/service/ipallocator}). The first address
 * and, for IPv4, the last one are never used.
 */
final class ClusterIPAllocator {
  private final Cidr range;
  private final IpAddress first;
  private final long size;
  private final RandomBands addresses;

  ClusterIPAllocator(Simulation simulation, Cidr range) {
    this.range = range;
    this.first = range.address().plus(1);
    this.size = range.address().isV4() ? Math.max(0, range.size() - 2) : range.size() - 1;
    this.addresses =
        new RandomBands(
            simulation.journal(),
            simulation.random().stream("apiserver/clusterip/" + range.family()),
            size,
            Math.min(size, staticBand(range.size())));
  }

  /**
   * At least 16 and at most 256 addresses, a sixteenth of the range in between; none of a range of
   * 16 or less.
   */
  private static long staticBand(long size) {
    return size <= 16 ? 0 : Math.max(16, Math.min(256, size / 16));
  }

  /** Takes an address; returns what is wrong with it if it cannot be had. */
  Optional<String> take(IpAddress address) {
    long number = numberOf(address);
    if (!range.contains(address) || number < 0 || number >= size) {
      return Optional.of(
          "the provided IP ("
              + address
              + ") is not in the valid range. The range of valid IPs is "
              + range);
    }
    return addresses.take(number)
        ? Optional.empty()
        : Optional.of("provided IP is already allocated");
  }

  /** Takes a free address, if there is one. */
  Optional<IpAddress> takeNext() {
    long number = addresses.takeNext();
    return number < 0 ? Optional.empty() : Optional.of(first.plus(number));
  }

  /** Gives an address back. */
  void release(IpAddress address) {
    addresses.release(numberOf(address));
  }

  private long numberOf(IpAddress address) {
    return address.low() - first.low();
  }
}
