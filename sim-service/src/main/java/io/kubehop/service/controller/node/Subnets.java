package io.kubehop.service.controller.node;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The equal parts of a range, of which nodes get the lowest free one ({@code
 * pkg/controller/nodeipam/ipam/cidrset}).
 */
final class Subnets {
  private final Cidr range;
  private final int prefix;
  private final Set<Cidr> taken = new LinkedHashSet<>();
  private Optional<Cidr> next;

  Subnets(Cidr range, int prefix) {
    this.range = range;
    this.prefix = Math.max(range.prefixLength(), prefix);
    this.next = Optional.of(new Cidr(range.address(), this.prefix));
  }

  /** Marks every part as taken that has an address in common with a network. */
  void take(Cidr network) {
    if (network.family() != range.family() || !network.overlaps(range)) {
      return;
    }
    Cidr inside = network.contains(range) ? range : network;
    Optional<Cidr> part = Optional.of(new Cidr(inside.address(), prefix));
    while (part.isPresent() && part.get().overlaps(inside)) {
      taken.add(part.get());
      part = after(part.get());
    }
  }

  /** Takes the lowest part that is free. */
  Optional<Cidr> takeNext() {
    while (next.isPresent() && taken.contains(next.get())) {
      next = after(next.get());
    }
    next.ifPresent(taken::add);
    return next;
  }

  private Optional<Cidr> after(Cidr part) {
    IpAddress first = part.last().plus(1);
    return range.contains(first) && first.compareTo(part.address()) > 0
        ? Optional.of(new Cidr(first, prefix))
        : Optional.empty();
  }
}
