package io.kubehop.scenarios.cluster;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.FiveTuple;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.resolver.Resolution;
import io.kubehop.core.resolver.ResolutionListener;
import io.kubehop.core.resolver.Resolver;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.scenarios.connection.Ending;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a name: the client asks its resolver, then connects to the first address. As a
 * {@code send} is one attempt, further addresses are not tried.
 */
final class NamedDial implements Dial, ResolutionListener {
  private final Simulation simulation;
  private final Resolver resolver;
  private final String name;
  private final Function<IpAddress, Dial> dialler;
  private final LongCell begun;
  private final LongCell resolvedAt;
  private final NullableCell<Resolution> resolution;
  private final NullableCell<Dial> dial;
  private Runnable whenOver = () -> {};

  NamedDial(
      Simulation simulation, Resolver resolver, String name, Function<IpAddress, Dial> dialler) {
    this.simulation = simulation;
    this.resolver = resolver;
    this.name = name;
    this.dialler = dialler;
    this.begun = new LongCell(simulation.journal(), 0);
    this.resolvedAt = new LongCell(simulation.journal(), 0);
    this.resolution = new NullableCell<>(simulation.journal());
    this.dial = new NullableCell<>(simulation.journal());
  }

  @Override
  public void begin() {
    begun.set(simulation.now());
    resolver.resolve(name, this);
  }

  @Override
  public void onResolved(Resolution found) {
    resolution.set(found);
    resolvedAt.set(simulation.now());
    if (found.isResolved()) {
      Dial next = dialler.apply(found.addresses().get(0));
      dial.set(next);
      next.whenOver(whenOver);
      next.begin();
    } else {
      whenOver.run();
    }
  }

  @Override
  public @Nullable Dialled result() {
    Resolution found = resolution.get();
    if (found == null) {
      return null;
    }
    Dial dialled = dial.get();
    if (dialled == null) {
      return new Dialled(
          Ending.of(Outcome.UNRESOLVED), begun.get(), resolvedAt.get(), Optional.of(found));
    }
    Dialled result = dialled.result();
    return result == null
        ? null
        : new Dialled(result.ending(), begun.get(), result.ended(), Optional.of(found));
  }

  @Override
  public void whenOver(Runnable listener) {
    whenOver = listener;
  }

  @Override
  public @Nullable FiveTuple tuple() {
    Dial dialled = dial.get();
    return dialled == null ? null : dialled.tuple();
  }

  @Override
  public Dialled complete() {
    begin();
    Dialled result = result();
    while (result == null) {
      simulation.runNext();
      result = result();
    }
    if (result.ending().outcome() == Outcome.DELIVERED) {
      // Closing takes no longer than opening did.
      simulation.runUntil(simulation.now() + 2 * (result.ended() - resolvedAt.get()));
    }
    return result;
  }
}
