package io.kubehop.core.ipvs;

import io.kubehop.core.ipvs.scheduler.Candidates;
import io.kubehop.core.ipvs.scheduler.Scheduler;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address, or a mark, behind which real servers stand (struct ip_vs_service). The kernel keeps
 * its servers newest first, whatever {@code ipvsadm -L} shows; editing one does not move it.
 */
public final class VirtualServer extends ChainNode<VirtualServer>
    implements Candidates, Digestible {
  private final Simulation simulation;
  private final RandomStream random;
  private final RealServerTrash trash;
  private final VirtualServerKey key;
  private final RefCell<VirtualServerConfig> config;
  private final RefCell<Scheduler> scheduler;
  private final NullableCell<RealServer> first;
  private final JournaledMap<SocketAddress, RealServer> servers;

  VirtualServer(
      Simulation simulation,
      RandomStream random,
      RealServerTrash trash,
      VirtualServerConfig config) {
    this.simulation = simulation;
    this.random = random;
    this.trash = trash;
    this.key = config.key();
    this.config = new RefCell<>(simulation.journal(), config);
    this.first = new NullableCell<>(simulation.journal());
    this.servers = new JournaledMap<>(simulation.journal());
    Scheduler initial = config.scheduler().create(this, simulation, random);
    this.scheduler = new RefCell<>(simulation.journal(), initial);
  }

  /** What tells it apart. */
  public VirtualServerKey key() {
    return key;
  }

  /** How it is set up. */
  public VirtualServerConfig config() {
    return config.get();
  }

  /** Its real servers in the kernel's order: the one added last comes first. */
  public List<RealServer> servers() {
    List<RealServer> list = new ArrayList<>(servers.size());
    for (RealServer server = first.get(); server != null; server = server.next()) {
      list.add(server);
    }
    return list;
  }

  /** The real server with an address and port; null if there is none. */
  public @Nullable RealServer server(SocketAddress socket) {
    return servers.get(socket);
  }

  /** It and its real servers, as they are set up, in the order of adding. */
  public VirtualServerEntry entry() {
    List<RealServerConfig> configs = new ArrayList<>(servers.size());
    servers.forEach((socket, server) -> configs.add(server.config()));
    return new VirtualServerEntry(config.get(), configs);
  }

  @Override
  public @Nullable RealServer first() {
    return first.get();
  }

  @Override
  public int count() {
    return servers.size();
  }

  @Override
  public int schedulerFlags() {
    return config.get().schedulerFlags();
  }

  /**
   * The server for the connection that a packet begins; null if there is none that may be taken.
   */
  @Nullable RealServer schedule(Packet packet) {
    RealServer chosen = (RealServer) scheduler.get().schedule(packet);
    if (chosen == null || !config.get().scheduler().takesTurns()) {
      return chosen;
    }
    return simulation.choices().isExploring() ? orAnother(chosen) : chosen;
  }

  /** When ways are explored: the one that is chosen, and those whose turn it could have been. */
  private RealServer orAnother(RealServer chosen) {
    List<RealServer> ways = new ArrayList<>();
    ways.add(chosen);
    for (RealServer server : servers()) {
      if (server != chosen && server.weight() > 0 && !server.isOverloaded()) {
        ways.add(server);
      }
    }
    return ways.get(simulation.choices().settled(ways.size()));
  }

  /** Takes over what {@code ipvsadm -E} says. Another scheduler begins anew. */
  void edit(VirtualServerConfig newConfig) {
    boolean otherScheduler = newConfig.scheduler() != config.get().scheduler();
    config.set(newConfig);
    if (otherScheduler) {
      scheduler.get().close();
      scheduler.set(newConfig.scheduler().create(this, simulation, random));
    }
  }

  void add(RealServerConfig serverConfig) {
    SocketAddress socket = serverConfig.socket();
    if (servers.containsKey(socket)) {
      throw new IllegalArgumentException(key + ": destination " + socket + " already exists");
    }
    RealServer known = trash.take(key, socket);
    RealServer server =
        known != null ? known : new RealServer(simulation.journal(), trash, key, serverConfig);
    server.update(serverConfig, true);
    servers.put(socket, server);
    RealServer second = first.get();
    server.setPrevious(null);
    server.setNext(second);
    if (second != null) {
      second.setPrevious(server);
    }
    first.set(server);
    scheduler.get().serversChanged();
  }

  void edit(RealServerConfig serverConfig) {
    existing(serverConfig.socket()).update(serverConfig, false);
    scheduler.get().serversChanged();
  }

  void remove(SocketAddress socket) {
    RealServer server = existing(socket);
    RealServer before = server.previous();
    unlink(server);
    scheduler.get().serverRemoved(server, before);
    scheduler.get().serversChanged();
    trash.put(server);
  }

  /** The virtual server is gone: so are its real ones. */
  void close() {
    scheduler.get().close();
    for (RealServer server : servers()) {
      unlink(server);
      trash.put(server);
    }
  }

  private void unlink(RealServer server) {
    RealServer before = server.previous();
    RealServer after = server.next();
    server.setAvailable(false);
    servers.remove(server.socket());
    if (before == null) {
      first.set(after);
    } else {
      before.setNext(after);
    }
    if (after != null) {
      after.setPrevious(before);
    }
  }

  private RealServer existing(SocketAddress socket) {
    RealServer server = servers.get(socket);
    if (server == null) {
      throw new IllegalArgumentException(key + ": no such destination " + socket);
    }
    return server;
  }

  @Override
  int chainHash() {
    IpAddress address = key.address();
    return VirtualServerTable.hash(key.protocol(), address.high(), address.low(), key.port())
        + key.fwmark();
  }

  @Override
  public void digestTo(StateDigest digest) {
    VirtualServerConfig current = config.get();
    digest.add(key.toString()).add(current.scheduler().ordinal()).add(current.schedulerFlags());
    digest.add(current.onePacket() ? 1 : 0);
    Persistence persistence = current.persistence();
    if (persistence != null) {
      digest.add(persistence.timeoutSeconds());
      digest.add(persistence.highMask()).add(persistence.lowMask());
    }
    servers().forEach(digest::add);
    digest.add(scheduler.get());
  }
}
