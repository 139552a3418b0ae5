package io.kubehop.kubeproxy.userspace;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is among the endpoints of one port (pkg/proxy/userspace/roundrobin.go): one after
 * another, in an order that is shuffled whenever the endpoints change; a client with affinity keeps
 * what it had.
 */
final class RoundRobin {
  private final Simulation simulation;
  private final RandomStream shuffling;
  private final int affinitySeconds;
  private final RefCell<List<SocketAddress>> endpoints;
  private final LongCell next;
  private final JournaledMap<IpAddress, Sticky> clients;

  /**
   * Starts without endpoints.
   *
   * @param affinitySeconds how long a client keeps its endpoint since it last called; 0: not at all
   */
  RoundRobin(Simulation simulation, RandomStream shuffling, int affinitySeconds) {
    this.simulation = simulation;
    this.shuffling = shuffling;
    this.affinitySeconds = affinitySeconds;
    this.endpoints = new RefCell<>(simulation.journal(), List.of());
    this.next = new LongCell(simulation.journal(), 0);
    this.clients = new JournaledMap<>(simulation.journal());
  }

  private record Sticky(SocketAddress endpoint, long lastUsed) {}

  /** The endpoints are these from now on. The same ones in another order change nothing. */
  void update(List<SocketAddress> now) {
    List<SocketAddress> before = endpoints.get();
    if (before.size() == now.size() && before.containsAll(now)) {
      return;
    }
    for (IpAddress client : clients.keys()) {
      Sticky sticky = clients.get(client);
      if (sticky != null && !now.contains(sticky.endpoint())) {
        clients.remove(client);
      }
    }
    endpoints.set(shuffled(now));
    next.set(0);
  }

  private List<SocketAddress> shuffled(List<SocketAddress> from) {
    List<SocketAddress> left = new ArrayList<>(from);
    List<SocketAddress> order = new ArrayList<>();
    while (!left.isEmpty()) {
      order.add(left.remove(shuffling.nextInt(left.size())));
    }
    return List.copyOf(order);
  }

  /**
   * The endpoint for a connection; null if there is none.
   *
   * @param again whether the one before could not be reached, so that the client must not keep it
   */
  @Nullable SocketAddress choose(IpAddress client, boolean again) {
    List<SocketAddress> known = endpoints.get();
    if (known.isEmpty()) {
      return null;
    }
    Sticky sticky = affinitySeconds == 0 || again ? null : clients.get(client);
    SocketAddress endpoint =
        sticky != null && isFresh(sticky) ? sticky.endpoint() : takeTurn(known);
    if (affinitySeconds != 0) {
      clients.put(client, new Sticky(endpoint, simulation.now()));
    }
    return endpoint;
  }

  private boolean isFresh(Sticky sticky) {
    return TimeUnit.NANOSECONDS.toSeconds(simulation.now() - sticky.lastUsed()) < affinitySeconds;
  }

  private SocketAddress takeTurn(List<SocketAddress> known) {
    int turn = simulation.choices().turn((int) next.get(), known.size());
    next.set((turn + 1) % known.size());
    return known.get(turn);
  }
}
