package io.kubehop.ingress.nginx.balance;

import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Choices;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;

/** What the balancers of one controller remember from request to request. */
public final class BalancerState implements Digestible {
  private final Simulation simulation;
  private final long epochSeconds;
  private final RandomStream random;
  private final RandomStream drawn;
  private final JournaledMap<String, Integer> positions;
  private final JournaledMap<SocketAddress, Ewma> averages;

  /** A moving average, and when it was moved last, in nanoseconds. */
  record Ewma(double value, long touched) {}

  /**
   * Starts with nothing.
   *
   * @param name the controller, for its random streams
   * @param epochSeconds wall-clock time at virtual time 0
   */
  public BalancerState(Simulation simulation, String name, long epochSeconds) {
    this.simulation = simulation;
    this.epochSeconds = epochSeconds;
    this.random = simulation.random().stream(name + "/balancer");
    this.drawn = simulation.random().stream(name + "/cookies");
    this.positions = new JournaledMap<>(simulation.journal());
    this.averages = new JournaledMap<>(simulation.journal());
  }

  Choices choices() {
    return simulation.choices();
  }

  /** The stream of branching choices. */
  RandomStream random() {
    return random;
  }

  /** The stream of values that are merely drawn. */
  RandomStream drawn() {
    return drawn;
  }

  long now() {
    return simulation.now();
  }

  /** Wall-clock time in milliseconds since 1970. */
  public long wallClockMillis() {
    return epochSeconds * 1000 + simulation.now() / 1_000_000;
  }

  JournaledMap<String, Integer> positions() {
    return positions;
  }

  JournaledMap<SocketAddress, Ewma> averages() {
    return averages;
  }

  /** New workers begin anew: positions are lost; averages live in shared memory and stay. */
  public void reloaded() {
    positions.clear();
  }

  @Override
  public void digestTo(StateDigest digest) {
    positions.forEach((upstream, position) -> digest.add(upstream).add(position));
    averages.forEach(
        (endpoint, ewma) ->
            digest
                .add(endpoint.toString())
                .add(Double.doubleToLongBits(ewma.value))
                .add(ewma.touched));
  }
}
