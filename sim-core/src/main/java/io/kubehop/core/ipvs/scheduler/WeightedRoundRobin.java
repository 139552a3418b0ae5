package io.kubehop.core.ipvs.scheduler;

import io.kubehop.core.net.Packet;
import io.kubehop.core.time.Journal;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.StateDigest;
import org.jspecify.annotations.Nullable;

/**
 * wrr: passes over the list with a falling threshold, from the greatest weight to 1 in steps of the
 * weights' common divisor, and takes every server whose weight reaches it.
 *
 * <p>Any change of a server goes back to the head of the list, but keeps the threshold as far as it
 * still fits. While a virtual server is being filled, the threshold therefore keeps the weight of
 * the server that was added first.
 */
final class WeightedRoundRobin implements Scheduler {
  private final Candidates servers;
  private final NullableCell<Candidate> last; // null: the head of the list
  private final LongCell threshold;
  private final LongCell maximum; // lowered by (step - 1), so that the last pass is at 1
  private final LongCell step;

  WeightedRoundRobin(Candidates servers, Journal journal) {
    this.servers = servers;
    this.last = new NullableCell<>(journal);
    this.step = new LongCell(journal, commonDivisor());
    this.maximum = new LongCell(journal, greatestWeight() - (step.get() - 1));
    this.threshold = new LongCell(journal, maximum.get());
  }

  @Override
  public @Nullable Candidate schedule(Packet packet) {
    if (maximum.get() == 0) {
      return null;
    }
    Candidate start = last.get();
    Candidate server = start;
    Candidate stop = null;
    boolean lastPass = false;
    boolean restarted = false;
    while (true) {
      for (server = after(server); server != null; server = server.next()) {
        if (!server.isOverloaded() && server.weight() >= threshold.get()) {
          last.set(server);
          return server;
        }
        if (server == stop) {
          last.set(server);
          return null;
        }
      }
      if (lowerThreshold()) {
        // A whole pass at 1 found nobody, or this one did and began at the head.
        if (lastPass || start == null) {
          last.set(null);
          return null;
        }
        restarted = true;
      }
      lastPass = threshold.get() <= step.get();
      if (lastPass && restarted && start != null) {
        // The first traversal at 1 saw only those after the start: the others get their turn, too.
        stop = start;
      }
    }
  }

  private @Nullable Candidate after(@Nullable Candidate server) {
    return server == null ? servers.first() : server.next();
  }

  /** Goes on to the next pass. Returns whether that is the first one of a new cycle. */
  private boolean lowerThreshold() {
    long lowered = threshold.get() - step.get();
    threshold.set(lowered <= 0 ? maximum.get() : lowered);
    return lowered <= 0;
  }

  @Override
  public void serversChanged() {
    last.set(null);
    step.set(commonDivisor());
    maximum.set(greatestWeight() - (step.get() - 1));
    long kept = threshold.get();
    if (kept > maximum.get() || kept == 0) {
      threshold.set(maximum.get());
    } else if (step.get() > 1) {
      threshold.set(kept / step.get() * step.get() + 1);
    }
  }

  private int commonDivisor() {
    int divisor = 0;
    for (Candidate server = servers.first(); server != null; server = server.next()) {
      divisor = CommonDivisor.of(divisor, server.weight());
    }
    return divisor == 0 ? 1 : divisor;
  }

  private int greatestWeight() {
    int greatest = 0;
    for (Candidate server = servers.first(); server != null; server = server.next()) {
      greatest = Math.max(greatest, server.weight());
    }
    return greatest;
  }

  @Override
  public void digestTo(StateDigest digest) {
    Positions.digest(digest, servers, last.get());
    digest.add(threshold.get()).add(maximum.get()).add(step.get());
  }
}
