package io.kubehop.service.loadbalancer;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.service.api.ObjectKey;
import java.util.List;
import java.util.Optional;

/** The addresses that load balancers can have, and the Service that each of them is for. */
final class AddressPool {
  private final List<Cidr> ranges;
  private final JournaledMap<IpAddress, ObjectKey> owners;

  AddressPool(Journal journal, List<Cidr> ranges) {
    this.ranges = ranges;
    this.owners = new JournaledMap<>(journal);
  }

  /** Takes the lowest free address of a family. */
  Optional<IpAddress> takeNext(IpFamily family, ObjectKey owner) {
    for (Cidr range : ranges) {
      if (range.family() == family) {
        IpAddress candidate = range.address();
        while (range.contains(candidate) && owners.containsKey(candidate)) {
          candidate = candidate.plus(1);
        }
        if (range.contains(candidate)) {
          owners.put(candidate, owner);
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Takes an address of the pool unless another Service has it; returns whether the Service has it
   * now.
   */
  boolean take(IpAddress address, ObjectKey owner) {
    ObjectKey current = owners.get(address);
    boolean isInPool = ranges.stream().anyMatch(range -> range.contains(address));
    if (isInPool && current == null) {
      owners.put(address, owner);
    }
    return isInPool && (current == null || current.equals(owner));
  }

  /** Gives back what a Service has. */
  void release(ObjectKey owner) {
    owners.forEach(
        (address, current) -> {
          if (current.equals(owner)) {
            owners.remove(address);
          }
        });
  }
}
