package io.kubehop.ingress.nginx;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.resolver.Resolution;
import io.kubehop.core.resolver.Resolver;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.ingress.nginx.server.Endpoint;
import io.kubehop.ingress.nginx.server.Upstream;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of ExternalName Services, looked up again and again (lua/balancer.lua,
 * sync_backends_with_external_name). An address in place of a name is no name, and has none.
 */
final class ExternalNames implements EventHandler {
  /** Nanoseconds between two look-ups: the TTL that CoreDNS gives unless it is told otherwise. */
  private static final long INTERVAL = 5_000_000_000L;

  private final Simulation simulation;
  private final Resolver resolver;
  private final JournaledMap<String, Resolution> known;
  private final LongCell generation;

  ExternalNames(Simulation simulation, Resolver resolver) {
    this.simulation = simulation;
    this.resolver = resolver;
    this.known = new JournaledMap<>(simulation.journal());
    this.generation = new LongCell(simulation.journal(), 0);
  }

  /** What came of the last look-up of a name. */
  Resolution last(String name) {
    Resolution found = known.get(name);
    return found == null ? none(name) : found;
  }

  private static Resolution none(String name) {
    return new Resolution(name, List.of(), List.of(), "'" + name + "' was not looked up yet");
  }

  void follow(Collection<Upstream> upstreams) {
    Set<String> names = new LinkedHashSet<>();
    upstreams.stream()
        .filter(Upstream::externalName)
        .flatMap(upstream -> upstream.endpoints().stream())
        .map(Endpoint::address)
        .filter(name -> !IpAddress.isAddress(name))
        .forEach(names::add);
    known.keys().stream().filter(name -> !names.contains(name)).forEach(known::remove);
    names.forEach(name -> known.computeIfAbsent(name, ExternalNames::none));
    stop();
    if (!names.isEmpty()) {
      lookUp();
    }
  }

  void stop() {
    generation.set(generation.get() + 1);
  }

  private void lookUp() {
    known.keys().forEach(name -> resolver.resolve(name, this::found));
    simulation.scheduleTimer(INTERVAL, this, 0, generation.get(), null);
  }

  private void found(Resolution resolution) {
    if (known.containsKey(resolution.name())) {
      known.put(resolution.name(), resolution);
    }
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (operand == generation.get()) {
      lookUp();
    }
  }
}
