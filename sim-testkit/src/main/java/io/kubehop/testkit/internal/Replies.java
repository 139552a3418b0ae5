package io.kubehop.testkit.internal;

import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.trace.Hop;
import io.kubehop.core.trace.Step;
import io.kubehop.scenarios.connection.Connection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The answers that come back to a client. */
public final class Replies {
  private Replies() {}

  /** Whom the client believes to talk to, of each packet that its socket takes. */
  public static Set<SocketAddress> sources(Connection connection) {
    List<Hop> hops = connection.hops();
    Set<SocketAddress> sources = new LinkedHashSet<>();
    if (hops.isEmpty()) {
      return sources;
    }
    SocketAddress client = hops.get(0).place().packet().sourceSocket();
    for (Hop hop : hops) {
      FiveTuple packet = hop.place().packet();
      for (Step step : hop.steps()) {
        if (step instanceof Step.Translated translated) {
          packet = translated.after();
        }
        if (step instanceof Step.Accepted && packet.destinationSocket().equals(client)) {
          sources.add(packet.sourceSocket());
        }
      }
    }
    return sources;
  }
}
