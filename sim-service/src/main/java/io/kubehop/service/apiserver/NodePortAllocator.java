package io.kubehop.service.apiserver;

import io.kubehop.core.time.Simulation;
import io.kubehop.service.config.PortRange;
import java.util.Optional;

/**
 * The node ports of a cluster ({@code pkg/registry/core/service/portallocator}); it knows no
 * protocols.
 */
final class NodePortAllocator {
  private final PortRange range;
  private final RandomBands ports;

  NodePortAllocator(Simulation simulation, PortRange range) {
    this.range = range;
    this.ports =
        new RandomBands(
            simulation.journal(),
            simulation.random().stream("apiserver/nodeport"),
            range.size(),
            Math.min(range.size(), staticBand(range.size())));
  }

  /**
   * At least 16 and at most 128 ports, a thirty-second of the range in between; none of a range of
   * 16 or less.
   */
  private static int staticBand(int size) {
    return size <= 16 ? 0 : Math.max(16, Math.min(128, size / 32));
  }

  /** Takes a port; returns what is wrong with it if it cannot be had. */
  Optional<String> take(int port) {
    if (!range.contains(port)) {
      return Optional.of(
          "provided port is not in the valid range. The range of valid ports is " + range);
    }
    return ports.take(port - range.first())
        ? Optional.empty()
        : Optional.of("provided port is already allocated");
  }

  /** Takes a free port; 0 if there is none. */
  int takeNext() {
    long number = ports.takeNext();
    return number < 0 ? 0 : range.first() + (int) number;
  }

  /** Gives a port back. */
  void release(int port) {
    ports.release(port - range.first());
  }
}
