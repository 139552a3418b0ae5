package io.kubehop.core.host;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.Packet;
import io.kubehop.core.time.EventHandler;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.NullableCell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network interface of a host: a name, addresses in order, and the link that it is plugged into.
 */
public final class NetworkInterface implements EventHandler {
  static final int ARRIVAL = 0;

  private final Host host;
  private final String name;
  private final @Nullable Link link;
  private final JournaledMap<IpAddress, Cidr> addresses;
  private final NullableCell<List<IpAddress>> inOrder; // made once, not for every packet
  private final NullableCell<NetworkInterface> peer;

  NetworkInterface(Host host, String name, @Nullable Link link) {
    this.host = host;
    this.name = name;
    this.link = link;
    this.addresses = new JournaledMap<>(host.simulation().journal());
    this.inOrder = new NullableCell<>(host.simulation().journal());
    this.peer = new NullableCell<>(host.simulation().journal());
    if (link != null) {
      link.attach(this);
      joinPeer(link);
    }
  }

  private void joinPeer(Link plugged) {
    NetworkInterface other = plugged.isPointToPoint() ? plugged.otherEnd(this) : null;
    if (other != null) {
      peer.set(other);
      other.peer.set(this);
    }
  }

  /** The host that it belongs to. */
  public Host host() {
    return host;
  }

  /** Its name on the host, such as {@code eth0}. */
  public String name() {
    return name;
  }

  /** Host and name. */
  public String qualifiedName() {
    return host.name() + "/" + name;
  }

  /** The link that it is plugged into; null for loopback and dummy interfaces. */
  public @Nullable Link link() {
    return link;
  }

  @Nullable NetworkInterface peer() {
    return peer.get();
  }

  /**
   * Gives it an address. The host accepts packets for it on any interface, as Linux does.
   *
   * @param network the address's network, for the prefix length; the address itself is {@code
   *     address}
   */
  public void addAddress(IpAddress address, Cidr network) {
    countBroadcast(addresses.get(address), -1);
    addresses.put(address, network);
    inOrder.set(null);
    countBroadcast(network, 1);
    host.addLocalAddress(address, this);
    if (link != null) {
      link.announce(address, this);
    }
  }

  /** Takes an address away. */
  public void removeAddress(IpAddress address) {
    Cidr network = addresses.remove(address);
    if (network != null) {
      inOrder.set(null);
      countBroadcast(network, -1);
      host.removeLocalAddress(address);
      if (link != null) {
        link.withdraw(address, this);
      }
    }
  }

  private void countBroadcast(@Nullable Cidr network, int change) {
    if (network != null && network.address().isV4() && network.prefixLength() < 31) {
      host.countBroadcast(network.last(), change);
    }
  }

  /** The addresses in the order in which they were given. */
  public List<IpAddress> addresses() {
    List<IpAddress> known = inOrder.get();
    if (known == null) {
      known = List.copyOf(addresses.keys());
      inOrder.set(known);
    }
    return known;
  }

  /** The first address of a family, or null. */
  public @Nullable IpAddress firstAddress(boolean v4) {
    List<IpAddress> all = addresses();
    for (int i = 0; i < all.size(); i++) {
      IpAddress address = all.get(i);
      if (address.isV4() == v4 && (v4 || !address.isLinkLocal())) {
        return address;
      }
    }
    return null;
  }

  /** Whether an address is one of its own. */
  public boolean hasAddress(IpAddress address) {
    return addresses.containsKey(address);
  }

  /** The length of the prefix of one of its addresses. */
  int prefixLength(IpAddress address) {
    Cidr network = addresses.get(address);
    return network == null ? 0 : network.prefixLength();
  }

  /**
   * The address that a packet takes which leaves here (inet_select_addr): the first one whose
   * network holds the next hop, else the first.
   */
  @Nullable IpAddress sourceTowards(long nextHopHigh, long nextHopLow) {
    IpAddress chosen = null;
    boolean v4 = IpAddress.isV4(nextHopHigh, nextHopLow);
    List<IpAddress> all = addresses();
    for (int i = 0; i < all.size(); i++) {
      IpAddress address = all.get(i);
      if (address.isV4() != v4 || (!v4 && address.isLinkLocal())) {
        continue;
      }
      Cidr network = addresses.get(address);
      if (network != null && network.contains(nextHopHigh, nextHopLow)) {
        return address;
      }
      if (chosen == null) {
        chosen = address;
      }
    }
    return chosen;
  }

  @Override
  public void onEvent(int kind, long operand, @Nullable Object payload) {
    if (payload instanceof Packet packet) {
      host.path().receive(this, packet);
    }
  }

  @Override
  public String toString() {
    return qualifiedName();
  }
}
