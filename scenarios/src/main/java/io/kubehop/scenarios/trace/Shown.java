package io.kubehop.scenarios.trace;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.trace.Hop;
import io.kubehop.scenarios.connection.Connection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which packets of a connection tell a reader something: the first, the answer to it, and where it
 * was not delivered the last. All others go where these went.
 */
final class Shown {
  private Shown() {}

  static SortedSet<Integer> of(List<List<Hop>> packets, Connection connection) {
    SortedSet<Integer> shown = new TreeSet<>();
    shown.add(0);
    if (packets.size() > 1) {
      shown.add(1);
    }
    if (connection.made().get(0).ending().outcome() != Outcome.DELIVERED) {
      shown.add(packets.size() - 1);
    }
    return shown;
  }
}
