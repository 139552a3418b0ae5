package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.time.StateDigest;
import org.jspecify.annotations.Nullable;

/** A pointer into the list of servers as a number that does not depend on the JVM. */
final class Positions {
  private Positions() {}

  /** Feeds the place of a server in the list, from 1; 0 for the head. */
  static void digest(StateDigest digest, Candidates servers, @Nullable Candidate pointer) {
    int place = 0;
    int at = 1;
    for (Candidate server = servers.first(); server != null; server = server.next()) {
      if (server == pointer) {
        place = at;
      }
      at++;
    }
    digest.add(place);
  }
}
