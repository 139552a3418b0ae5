package io.kubehop.kubeproxy.config;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import java.util.Collection;
import java.util.List;

/**
 * Which addresses of a node take node ports ({@code nodePortAddresses},
 * pkg/proxy/util/nodeport_addresses.go). Where no range of a family is given, all addresses of that
 * family take them.
 *
 * @param cidrs the ranges, all of one family; empty: all addresses
 */
public record NodePortAddresses(List<Cidr> cidrs) {
  private static final Cidr LOOPBACK_V4 = Cidr.parse("127.0.0.0/8");

  /** All addresses. */
  public static final NodePortAddresses ALL = new NodePortAddresses(List.of());

  /** Makes a range of length 0 stand for all addresses. */
  public NodePortAddresses {
    cidrs =
        cidrs.stream().anyMatch(cidr -> cidr.prefixLength() == 0) ? List.of() : List.copyOf(cidrs);
  }

  /** Those of one family among ranges of both. */
  public static NodePortAddresses of(IpFamily family, List<Cidr> ranges) {
    return new NodePortAddresses(ranges.stream().filter(c -> c.family() == family).toList());
  }

  /** Whether all addresses of the node take node ports. */
  public boolean matchesAll() {
    return cidrs.isEmpty();
  }

  /** Whether 127.0.0.0/8 or a part of it is among them. */
  public boolean containsV4Loopback() {
    return matchesAll() || cidrs.stream().anyMatch(LOOPBACK_V4::overlaps);
  }

  /** Those of a node's addresses that take node ports, each once, in order. */
  public List<IpAddress> among(Collection<IpAddress> addresses) {
    return addresses.stream()
        .filter(address -> cidrs.stream().anyMatch(cidr -> cidr.contains(address)))
        .distinct()
        .sorted()
        .toList();
  }
}
