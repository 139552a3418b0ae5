package io.kubehop.ingress.proxy;

import io.kubehop.core.http.ClientHello;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.Simulation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Passes a request on, in clear and once, to any of some endpoints with equal chances. */
public final class SpreadPlan implements ForwardPlan {
  private final List<SocketAddress> endpoints;
  private final Simulation simulation;
  private final RandomStream random;

  /** Spreads over endpoints, of which there is at least one. */
  public SpreadPlan(List<SocketAddress> endpoints, Simulation simulation, RandomStream random) {
    this.endpoints = List.copyOf(endpoints);
    this.simulation = simulation;
    this.random = random;
  }

  @Override
  public SocketAddress next(List<SocketAddress> tried) {
    return endpoints.get(simulation.choices().uniform(random, endpoints.size()));
  }

  @Override
  public @Nullable ClientHello tls() {
    return null;
  }

  @Override
  public Attempts attempts() {
    return Attempts.ONE;
  }
}
