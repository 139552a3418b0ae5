package io.kubehop.scenarios.trace;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.trace.Hop;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Ending;
import io.kubehop.scenarios.connection.Packets;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which packets of a connection tell a reader something: the first and the answer to it, what
 * proxies on the way say and the same of the connections that they open, and where it was not
 * delivered the last. All others go where these went.
 */
final class Shown {
  private Shown() {}

  static SortedSet<Integer> of(List<List<Hop>> packets, Connection connection) {
    SortedSet<Integer> shown = new TreeSet<>();
    Set<FiveTuple> seen = new HashSet<>(); // never iterated
    boolean proxied = false;
    for (int i = 0; i < packets.size(); i++) {
      Hop first = packets.get(i).get(0);
      if (Packets.isNote(first)) {
        shown.add(i);
        proxied = true;
      } else if (i == 0 || (proxied && !seen.contains(first.place().packet()))) {
        shown.add(i);
        answer(packets, i).ifPresent(shown::add);
      }
      packets.get(i).forEach(hop -> see(hop.place().packet(), seen));
    }
    Ending ending = connection.made().get(0).ending();
    if (ending.outcome() != Outcome.DELIVERED && ending.http().isEmpty()) {
      shown.add(packets.size() - 1);
    }
    return shown;
  }

  private static void see(FiveTuple packet, Set<FiveTuple> seen) {
    seen.add(packet);
    seen.add(packet.reversed());
  }

  /** The next packet, unless an application speaks first. */
  private static OptionalInt answer(List<List<Hop>> packets, int question) {
    int next = question + 1;
    return next < packets.size() && !Packets.isNote(packets.get(next).get(0))
        ? OptionalInt.of(next)
        : OptionalInt.empty();
  }
}
