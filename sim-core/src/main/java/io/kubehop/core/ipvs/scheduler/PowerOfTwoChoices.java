package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.Packet;
import io.kubehop.core.time.Choices;
import io.kubehop.core.time.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * twos: draws two servers by weight, with replacement, and takes the one that has less to do for
 * its weight; the first drawn if equal.
 *
 * <p>The kernel draws from 0 to the sum of the weights, both included, so the first server of the
 * list has one share more than its weight.
 */
final class PowerOfTwoChoices implements Scheduler {
  private final Candidates servers;
  private final Choices choices;
  private final RandomStream random;

  PowerOfTwoChoices(Candidates servers, Choices choices, RandomStream random) {
    this.servers = servers;
    this.choices = choices;
    this.random = random;
  }

  @Override
  public @Nullable Candidate schedule(Packet packet) {
    long[] shares = shares();
    if (shares.length == 0) {
      return null;
    }
    Candidate first = usable(choices.weighted(random, shares));
    Candidate second = usable(choices.weighted(random, shares));
    boolean secondIsLighter =
        second.weight() * Load.CONNECTIONS.of(first) > first.weight() * Load.CONNECTIONS.of(second);
    return secondIsLighter ? second : first;
  }

  private long[] shares() {
    int count = 0;
    for (Candidate server = servers.first(); server != null; server = server.next()) {
      count += isUsable(server) ? 1 : 0;
    }
    long[] shares = new long[count];
    int i = 0;
    for (Candidate server = servers.first(); server != null; server = server.next()) {
      if (isUsable(server)) {
        shares[i] = (i == 0 ? 1L : 0L) + server.weight();
        i++;
      }
    }
    return shares;
  }

  private Candidate usable(int index) {
    int i = 0;
    for (Candidate server = servers.first(); server != null; server = server.next()) {
      if (isUsable(server) && i++ == index) {
        return server;
      }
    }
    throw new IllegalStateException("no server has the index " + index);
  }

  private static boolean isUsable(Candidate server) {
    return server.weight() > 0 && !server.isOverloaded();
  }
}
