package io.kubehop.scenarios.replay;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.trace.Hop;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Packets;
import io.kubehop.scenarios.file.ConnectionExpectation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares a connection with what was expected of it. */
final class ConnectionCheck {
  private static final double TOLERANCE = 1e-6;

  private ConnectionCheck() {}

  static List<String> failures(ConnectionExpectation expected, Connection found) {
    Mismatch mismatch = new Mismatch();
    outcome(expected, found, mismatch);
    mismatch.check(
        "endpoints",
        expected.endpoints().map(TreeSet::new).map(List::copyOf),
        found.endpoints(),
        found.endpoints()::equals);
    mismatch.check(
        "pods",
        expected.pods().map(TreeSet::new).map(List::copyOf),
        found.pods(),
        found.pods()::equals);
    mismatch.check(
        "chosen",
        expected.chosen().map(ConnectionCheck::shown),
        shown(found.chosen()),
        shown(found.chosen())::equals);
    mismatch.check(
        "distribution",
        expected.distribution(),
        found.distribution(),
        shares -> isSame(shares, found.distribution()));
    mismatch.checkAll("sourceNAT", expected.sourceNAT(), found.sourceNAT());
    mismatch.checkAll("sourceIP", expected.sourceIP(), found.sourceIPs());
    via(expected.via(), found.hops(), mismatch);
    HttpCheck.check(expected.http(), found.answers(), mismatch);
    return mismatch.failures();
  }

  private static void outcome(ConnectionExpectation expected, Connection found, Mismatch mismatch) {
    Set<Outcome> outcomes = found.outcomes();
    Object shown = Mismatch.common(outcomes);
    mismatch.check(
        "outcome",
        expected.outcomes().map(Mismatch::common),
        shown,
        ignored -> expected.outcomes().orElse(List.of()).containsAll(outcomes));
    mismatch.check(
        "delivered",
        expected.delivered(),
        shown,
        delivered -> outcomes.stream().allMatch(each -> delivered == (each == Outcome.DELIVERED)));
  }

  private static List<String> shown(List<Optional<SocketAddress>> chosen) {
    return chosen.stream().map(each -> each.map(SocketAddress::toString).orElse("null")).toList();
  }

  private static boolean isSame(
      Map<SocketAddress, Double> expected, Map<SocketAddress, Double> found) {
    return expected.keySet().equals(found.keySet())
        && expected.entrySet().stream()
            .allMatch(
                share ->
                    Math.abs(share.getValue() - found.getOrDefault(share.getKey(), 0.0))
                        <= TOLERANCE);
  }

  private static void via(Optional<List<String>> expected, List<Hop> hops, Mismatch mismatch) {
    List<String> entered = new ArrayList<>(Packets.chainsOfFirst(hops));
    mismatch.check("via", expected, entered, chains -> isSubsequence(chains, entered));
  }

  private static boolean isSubsequence(List<String> wanted, List<String> all) {
    Iterator<String> rest = all.iterator();
    for (String each : wanted) {
      boolean found = false;
      while (!found && rest.hasNext()) {
        found = rest.next().equals(each);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }
}
