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
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which packets of a connection tell a reader something: the first from each sender to each
 * receiver, those of a proxy's own connections included, what the proxy says, the messages, and
 * where nothing came back the last. All others go where these went.
 */
final class Shown {
  /** How much of a packet's way is shown. */
  enum Extent {
    /** All of it. */
    WAY,
    /** Who sent it, what it says and who got it: it goes where one before it went. */
    MESSAGE
  }

  private Shown() {}

  static SortedMap<Integer, Extent> of(List<List<Hop>> packets, Connection connection) {
    SortedMap<Integer, Extent> shown = new TreeMap<>();
    Set<FiveTuple> seen = new LinkedHashSet<>();
    for (int i = 0; i < packets.size(); i++) {
      Hop first = packets.get(i).get(0);
      if (Packets.isNote(first) || seen.add(first.place().packet())) {
        shown.put(i, Extent.WAY);
      } else if (!first.place().message().isEmpty()) {
        shown.put(i, Extent.MESSAGE);
      }
    }
    Ending ending = connection.made().get(0).ending();
    if (ending.outcome() != Outcome.DELIVERED && ending.http().isEmpty()) {
      shown.put(packets.size() - 1, Extent.WAY);
    }
    return shown;
  }
}
