package io.kubehop.core.host;

import io.kubehop.core.net.Packet;
import io.kubehop.core.net.PacketPool;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import io.kubehop.core.trace.Recorder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All hosts and links of a simulation: where a topology is put together, and where a recorder is
 * plugged in.
 */
public final class Network implements Digestible {
  private final Simulation simulation;
  private final long epochSeconds;
  private final JournaledMap<String, Host> hosts;
  private final JournaledMap<String, Link> links;
  private final PacketPool packets = new PacketPool();
  private final List<Flight> flights = new ArrayList<>();
  private final NullableCell<String> undecided;
  private Recorder recorder = Recorder.NONE;

  /**
   * Makes an empty network.
   *
   * @param epochSeconds wall-clock time at virtual time 0, in seconds since 1970
   */
  public Network(Simulation simulation, long epochSeconds) {
    this.simulation = simulation;
    this.epochSeconds = epochSeconds;
    this.hosts = new JournaledMap<>(simulation.journal());
    this.links = new JournaledMap<>(simulation.journal());
    this.undecided = new NullableCell<>(simulation.journal());
  }

  /** The simulation that it lives in. */
  public Simulation simulation() {
    return simulation;
  }

  /** Wall-clock time at virtual time 0, in seconds since 1970. */
  public long epochSeconds() {
    return epochSeconds;
  }

  /** Adds a host with a loopback interface and nothing else. */
  public Host addHost(String name) {
    return addHost(name, new RouteTable(simulation.journal()));
  }

  /** Adds a host with given routes, which may stand on a table shared with other hosts. */
  public Host addHost(String name, RouteTable routes) {
    if (hosts.containsKey(name)) {
      throw new IllegalArgumentException("host " + name + " exists");
    }
    Host host = new Host(this, name, routes);
    hosts.put(name, host);
    return host;
  }

  /** Takes a host out, with its interfaces. Packets on their way to it are lost. */
  public void removeHost(Host host) {
    host.unplug();
    hosts.remove(host.name());
  }

  /** The host of a name, or null. */
  public @Nullable Host host(String name) {
    return hosts.get(name);
  }

  /** The hosts in the order in which they were added. */
  public List<Host> hosts() {
    return hosts.values();
  }

  /** Adds a cable with two ends. */
  public Link addCable(String name, long latency) {
    return addLink(new Link(simulation, name, true, latency));
  }

  /** Adds a LAN. */
  public Link addLan(String name, long latency) {
    return addLink(new Link(simulation, name, false, latency));
  }

  private Link addLink(Link link) {
    links.put(link.name(), link);
    return link;
  }

  /** The link of a name, or null. */
  public @Nullable Link link(String name) {
    return links.get(name);
  }

  /** Takes a link out of the list of links; its ends must have been unplugged. */
  public void removeLink(Link link) {
    links.remove(link.name());
  }

  /** Who listens to what the machine does. */
  public Recorder recorder() {
    return recorder;
  }

  /** Lets somebody listen; {@link Recorder#NONE} ends it. Not part of the simulated state. */
  public void setRecorder(Recorder newRecorder) {
    recorder = newRecorder;
  }

  /**
   * Why a packet could not be judged since {@link #clearUndecided}, in one sentence: some rule that
   * it met uses what is not modelled. Null if every packet could.
   */
  public @Nullable String undecided() {
    return undecided.get();
  }

  /** Forgets what could not be judged. */
  public void clearUndecided() {
    undecided.set(null);
  }

  void undecided(String sentence) {
    if (undecided.get() == null) {
      undecided.set(sentence);
    }
  }

  /**
   * A blank packet to hand to an interface as an arriving one; the host that takes it gives it
   * back.
   */
  public Packet takePacket() {
    return packets.take();
  }

  PacketPool packets() {
    return packets;
  }

  Flight takeFlight() {
    return flights.isEmpty() ? new Flight() : flights.remove(flights.size() - 1);
  }

  void release(Flight flight) {
    flight.clear();
    flights.add(flight);
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(hosts.size());
    hosts.forEach((name, host) -> digest.add(host));
  }
}
