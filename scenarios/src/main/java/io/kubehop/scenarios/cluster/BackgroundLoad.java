package io.kubehop.scenarios.cluster;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.Simulation;
import io.kubehop.scenarios.connection.Ending;
import io.kubehop.scenarios.connection.Request;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.scenarios.file.TrafficSpec;
import io.kubehop.scenarios.load.Traffic;
import io.kubehop.scenarios.load.TrafficReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Connections in the background. Each begins as an event of its own; what it brought is an
 * observation, on which nothing that happens depends.
 */
final class BackgroundLoad implements Traffic, EventHandler {
  private final Simulation simulation;
  private final TrafficSpec spec;
  private final Exchange exchange;
  private final Fates fates;
  private final RandomStream arrivals;
  private final RandomStream clients;
  private final Manner manner;
  private final long start;
  private final Entry entry;
  private boolean allBegun;
  private int pending;

  /**
   * Begins the first connection.
   *
   * @param name of the random streams of this load
   * @throws NotPossibleException if the client is not there, or nothing could be called
   */
  BackgroundLoad(
      Simulation simulation, TrafficSpec spec, Exchange exchange, Fates fates, String name) {
    this.simulation = simulation;
    this.spec = spec;
    this.exchange = exchange;
    this.fates = fates;
    this.arrivals = simulation.random().stream(name + "/arrivals");
    this.clients = simulation.random().stream(name + "/clients");
    this.manner = Manner.persistent(spec.timeout());
    this.start = simulation.now();
    Request request = nextRequest();
    exchange.dials(request, manner);
    this.entry = exchange.entry(request);
    await(spec.poisson() ? gap() : 0);
  }

  private Request nextRequest() {
    Source client =
        spec.from() instanceof Source.ExternalRange range ? range.client(clients) : spec.from();
    Request request = Request.of(client, spec.to());
    return spec.node().map(request::withNode).orElse(request);
  }

  /** An exponential gap, as between the arrivals of a Poisson process. */
  private long gap() {
    double mean = spec.interval().toNanos();
    return Math.round(-Math.log(1 - arrivals.nextDouble()) * mean);
  }

  private void await(long elapsed) {
    if (elapsed < spec.duration().toNanos()) {
      simulation.scheduleTimer(start + elapsed - simulation.now(), this, 0, elapsed, null);
    } else {
      allBegun = true;
      closeIfOver();
    }
  }

  /** The next connection begins. */
  @Override
  public void onEvent(int kind, long elapsed, @Nullable Object payload) {
    pending++;
    begin();
    await(elapsed + (spec.poisson() ? gap() : spec.interval().toNanos()));
  }

  private void begin() {
    Request request = nextRequest();
    try {
      Dial dial = exchange.dials(request, manner).apply(0);
      new LoadConnection(simulation, dial, this::ended).begin(manner.patience());
    } catch (NotPossibleException impossible) {
      Outcome outcome = request.asksForName() ? Outcome.UNRESOLVED : Outcome.UNROUTABLE;
      long now = simulation.now();
      fates.failed(
          new Dial.Dialled(Ending.of(outcome), now, now),
          new Blame.Verdict(String.valueOf(impossible.getMessage()), Optional.empty()));
      pending--;
    }
  }

  private void ended(Dial dial, Dial.Dialled result) {
    fates.ended(dial, result);
    pending--;
    closeIfOver();
  }

  private void closeIfOver() {
    if (isOver()) {
      entry.close();
    }
  }

  @Override
  public boolean isOver() {
    return allBegun && pending == 0;
  }

  @Override
  public TrafficReport report() {
    return fates.report();
  }
}
