package io.kubehop.core.resolver;

import io.kubehop.core.net.IpAddress;
import java.util.List;

/**
 * What came of a look-up.
 *
 * @param name the name as it was asked for
 * @param addresses the addresses in the order in which a program tries them; empty if there is none
 * @param queries the names that the resolver asked servers for, in order; a name for which it asked
 *     A and AAAA stands here once
 * @param detail one line on how it ended: which server said what, or what is missing
 */
public record Resolution(
    String name, List<IpAddress> addresses, List<String> queries, String detail) {

  /** Copies the lists. */
  public Resolution {
    addresses = List.copyOf(addresses);
    queries = List.copyOf(queries);
  }

  /** Whether there is an address to dial. */
  public boolean isResolved() {
    return !addresses.isEmpty();
  }
}
