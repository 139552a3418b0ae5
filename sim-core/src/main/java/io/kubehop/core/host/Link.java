package io.kubehop.core.host;

import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import org.jspecify.annotations.Nullable;

/**
 * A cable or a LAN: whatever is attached reaches whatever else is attached, after a latency. With
 * two ends only (a veth pair) a packet needs no address to find the other end; on a LAN the next
 * hop's address names it, as ARP and neighbour discovery would find out.
 */
public final class Link {
  private final Simulation simulation;
  private final String name;
  private final boolean pointToPoint;
  private final JournaledMap<String, NetworkInterface> attached;
  private final AddressMap<NetworkInterface> neighbours;
  private final JournaledMap<String, Boolean> cutPairs;
  private final RefCell<Quality> quality;
  private @Nullable RandomStream lossStream; // looked up once

  Link(Simulation simulation, String name, boolean pointToPoint, long latency) {
    this.simulation = simulation;
    this.name = name;
    this.pointToPoint = pointToPoint;
    this.attached = new JournaledMap<>(simulation.journal());
    this.neighbours = new AddressMap<>(simulation.journal());
    this.cutPairs = new JournaledMap<>(simulation.journal());
    this.quality = new RefCell<>(simulation.journal(), new Quality(latency, 0));
  }

  /**
   * How good a link is.
   *
   * @param latency nanoseconds from one end to another
   * @param loss probability that a packet gets lost, 0 to 1
   */
  public record Quality(long latency, double loss) {

    /** Checks the ranges. */
    public Quality {
      if (latency < 0 || !(loss >= 0 && loss <= 1)) {
        throw new IllegalArgumentException("latency " + latency + " ns, loss " + loss);
      }
    }
  }

  /** The link's name. */
  public String name() {
    return name;
  }

  /** How good it is now. */
  public Quality quality() {
    return quality.get();
  }

  /** Changes how good it is. */
  public void setQuality(Quality newQuality) {
    quality.set(newQuality);
  }

  /** Cuts two hosts off from each other, or joins them again. */
  public void setCut(String hostA, String hostB, boolean cut) {
    String pair = pair(hostA, hostB);
    if (cut) {
      cutPairs.put(pair, true);
    } else {
      cutPairs.remove(pair);
    }
  }

  private static String pair(String a, String b) {
    return a.compareTo(b) < 0 ? a + "\n" + b : b + "\n" + a;
  }

  void attach(NetworkInterface end) {
    if (pointToPoint && attached.size() == 2) {
      throw new IllegalStateException("link " + name + " has both its ends");
    }
    attached.put(end.qualifiedName(), end);
  }

  void detach(NetworkInterface end) {
    attached.remove(end.qualifiedName());
  }

  void announce(IpAddress address, NetworkInterface owner) {
    neighbours.put(address, 0, owner);
  }

  void withdraw(IpAddress address, NetworkInterface owner) {
    if (neighbours.get(address.high(), address.low(), 0) == owner) {
      neighbours.remove(address, 0);
    }
  }

  /** Who answers for a next hop, seen from one end; null if nobody does. */
  @Nullable NetworkInterface resolve(NetworkInterface from, long high, long low) {
    NetworkInterface named = neighbours.get(high, low, 0);
    if (!pointToPoint) {
      return named;
    }
    return from.peer();
  }

  /** The end of a point-to-point link that is not the given one. */
  @Nullable NetworkInterface otherEnd(NetworkInterface end) {
    for (NetworkInterface candidate : attached.values()) {
      if (candidate != end) {
        return candidate;
      }
    }
    return null;
  }

  boolean isPointToPoint() {
    return pointToPoint;
  }

  /**
   * Sends a packet on its way; it arrives after the latency, and belongs to the receiver from then
   * on.
   *
   * @return false if it got lost
   */
  boolean transmit(NetworkInterface from, NetworkInterface to, Packet packet) {
    Quality now = quality.get();
    if (isCut(from, to) || isLost(now)) {
      return false;
    }
    simulation.scheduleTimer(now.latency, to, NetworkInterface.ARRIVAL, 0, packet);
    return true;
  }

  private boolean isCut(NetworkInterface from, NetworkInterface to) {
    return !cutPairs.isEmpty() && cutPairs.containsKey(pair(from.host().name(), to.host().name()));
  }

  private boolean isLost(Quality now) {
    if (now.loss <= 0) {
      return false;
    }
    RandomStream stream = lossStream;
    if (stream == null) {
      stream = simulation.random().stream("link/" + name + "/loss");
      lossStream = stream;
    }
    return stream.nextDouble() < now.loss;
  }
}
