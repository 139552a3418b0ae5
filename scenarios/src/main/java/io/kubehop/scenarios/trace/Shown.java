package io.kubehop.scenarios.trace;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.trace.Hop;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Ending;
import io.kubehop.scenarios.connection.Packets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which packets of a connection tell a reader something: the first from each sender to each
 * receiver, those of a proxy's own connections included, what the proxy says, and where nothing
 * came back the last. All others go where these went.
 */
final class Shown {
  private Shown() {}

  static SortedSet<Integer> of(List<List<Hop>> packets, Connection connection) {
    SortedSet<Integer> shown = new TreeSet<>();
    Set<FiveTuple> seen = new LinkedHashSet<>();
    for (int i = 0; i < packets.size(); i++) {
      Hop first = packets.get(i).get(0);
      if (Packets.isNote(first) || seen.add(first.place().packet())) {
        shown.add(i);
      }
    }
    Ending ending = connection.made().get(0).ending();
    if (ending.outcome() != Outcome.DELIVERED && ending.http().isEmpty()) {
      shown.add(packets.size() - 1);
    }
    return shown;
  }
}
