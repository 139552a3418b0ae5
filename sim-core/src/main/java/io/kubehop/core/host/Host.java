package io.kubehop.core.host;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.time.Digestible;
import io.kubehop.core.time.JournaledMap;
import io.kubehop.core.time.LongCell;
import io.kubehop.core.time.NullableCell;
import io.kubehop.core.time.RefCell;
import io.kubehop.core.time.Simulation;
import io.kubehop.core.time.StateDigest;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One Linux network namespace: a node, a pod, a router, a client outside. It has interfaces,
 * addresses, routes, settings, a firewall and sockets; {@link PacketPath} moves packets through
 * them.
 */
public final class Host implements Digestible {
  /** The name of the loopback interface. */
  public static final String LOOPBACK = "lo";

  private static final Sysctl[] SYSCTLS = Sysctl.values();
  private static final Predicate<NetworkInterface> PLUGGED_IN_V4 =
      device -> device.link() != null && device.firstAddress(true) != null;
  private static final Predicate<NetworkInterface> PLUGGED_IN_V6 =
      device -> device.link() != null && device.firstAddress(false) != null;

  private final Network network;
  private final String name;
  private final RouteTable routes;
  private final JournaledMap<String, NetworkInterface> interfaces;
  private final AddressMap<NetworkInterface> localAddresses;
  private final AddressMap<Integer> broadcasts; // with the number of addresses that have each
  private final JournaledMap<Sysctl, Integer> sysctls;
  private final LongCell down;
  private final NetworkInterface loopback;
  private final Sockets sockets;
  private final Firewall firewall;
  private final PacketPath path;
  private final NullableCell<FlowPins> flowPins;
  private final RefCell<DepartureFilter> departureFilter;

  Host(Network network, String name, RouteTable routes) {
    this.network = network;
    this.name = name;
    this.routes = routes;
    Simulation simulation = network.simulation();
    this.interfaces = new JournaledMap<>(simulation.journal());
    this.localAddresses = new AddressMap<>(simulation.journal());
    this.broadcasts = new AddressMap<>(simulation.journal());
    this.sysctls = new JournaledMap<>(simulation.journal());
    this.down = new LongCell(simulation.journal(), 0);
    this.sockets = new Sockets(this);
    this.firewall = new Firewall(this);
    this.path = new PacketPath(this);
    this.flowPins = new NullableCell<>(simulation.journal());
    this.departureFilter = new RefCell<>(simulation.journal(), DepartureFilter.NONE);
    this.loopback = addInterface(LOOPBACK, null);
    loopback.addAddress(IpAddress.LOOPBACK_V4, new Cidr(IpAddress.LOOPBACK_V4, 8));
    loopback.addAddress(IpAddress.LOOPBACK_V6, Cidr.host(IpAddress.LOOPBACK_V6));
  }

  /** Its name, unique in the network. */
  public String name() {
    return name;
  }

  /** The network that it is part of. */
  public Network network() {
    return network;
  }

  /** The simulation that it lives in. */
  public Simulation simulation() {
    return network.simulation();
  }

  /** Its routes. */
  public RouteTable routes() {
    return routes;
  }

  /** Its sockets. */
  public Sockets sockets() {
    return sockets;
  }

  /** Its tables and tracked connections. */
  public Firewall firewall() {
    return firewall;
  }

  /** The way of packets through it. */
  public PacketPath path() {
    return path;
  }

  /** Adds an interface; {@code link} null makes one that leads nowhere (a dummy). */
  public final NetworkInterface addInterface(String interfaceName, @Nullable Link link) {
    if (interfaces.containsKey(interfaceName)) {
      throw new IllegalArgumentException(name + " has an interface " + interfaceName);
    }
    NetworkInterface added = new NetworkInterface(this, interfaceName, link);
    interfaces.put(interfaceName, added);
    return added;
  }

  /** Takes an interface out, with its addresses. */
  public void removeInterface(NetworkInterface device) {
    for (IpAddress address : device.addresses()) {
      device.removeAddress(address);
    }
    Link link = device.link();
    if (link != null) {
      link.detach(device);
    }
    interfaces.remove(device.name());
  }

  /** The interface of a name, or null. */
  public @Nullable NetworkInterface networkInterface(String interfaceName) {
    return interfaces.get(interfaceName);
  }

  /** Its interfaces in the order in which they were added, loopback first. */
  public List<NetworkInterface> interfaces() {
    return interfaces.values();
  }

  /** The loopback interface. */
  public NetworkInterface loopback() {
    return loopback;
  }

  /** A kernel setting. */
  public int sysctl(Sysctl key) {
    Integer value = sysctls.get(key);
    return value == null ? key.initial() : value;
  }

  /** Changes a kernel setting. */
  public void setSysctl(Sysctl key, int value) {
    sysctls.put(key, value);
  }

  /** What judges the packets that leave it. */
  DepartureFilter departureFilter() {
    return departureFilter.get();
  }

  /** Has the packets that leave it judged. */
  public void setDepartureFilter(DepartureFilter filter) {
    departureFilter.set(filter);
  }

  /** Whether it is switched off: it neither sends nor takes packets. */
  public boolean isDown() {
    return down.get() != 0;
  }

  /** Switches it off or on. */
  public void setDown(boolean value) {
    down.set(value ? 1 : 0);
  }

  /** Whether an address is one of its own; all of 127.0.0.0/8 is. */
  public boolean isLocal(long high, long low) {
    return localAddresses.get(high, low, 0) != null || IpAddress.isLoopback(high, low);
  }

  /** Whether an address is the broadcast address of one of its IPv4 networks. */
  boolean isBroadcast(long high, long low) {
    return broadcasts.get(high, low, 0) != null;
  }

  void countBroadcast(IpAddress address, int change) {
    Integer known = broadcasts.get(address.high(), address.low(), 0);
    int count = (known == null ? 0 : known) + change;
    if (count > 0) {
      broadcasts.put(address, 0, count);
    } else {
      broadcasts.remove(address, 0);
    }
  }

  /** The interface that has an address, or null. */
  public @Nullable NetworkInterface ownerOf(IpAddress address) {
    return localAddresses.get(address.high(), address.low(), 0);
  }

  /** The first global address of a family in the order of interfaces, or null. */
  public @Nullable IpAddress primaryAddress(boolean v4) {
    NetworkInterface device = interfaces.first(v4 ? PLUGGED_IN_V4 : PLUGGED_IN_V6);
    return device == null ? null : device.firstAddress(v4);
  }

  FlowPins flowPins() {
    FlowPins known = flowPins.get();
    if (known == null) {
      known = new FlowPins(this);
      flowPins.set(known);
    }
    return known;
  }

  void addLocalAddress(IpAddress address, NetworkInterface device) {
    localAddresses.put(address, 0, device);
  }

  void removeLocalAddress(IpAddress address) {
    localAddresses.remove(address, 0);
  }

  void unplug() {
    for (NetworkInterface device : interfaces.values()) {
      removeInterface(device);
    }
    setDown(true);
  }

  @Override
  public void digestTo(StateDigest digest) {
    digest.add(name).add(down.get());
    for (Sysctl key : SYSCTLS) {
      digest.add(sysctl(key));
    }
    for (NetworkInterface device : interfaces.values()) {
      digest.add(device.name());
      device.addresses().forEach(address -> digest.add(address.high()).add(address.low()));
    }
    for (Route route : routes.ownRoutes()) {
      digest.add(route.toString());
    }
    digest.add(firewall).add(sockets);
    FlowPins pins = flowPins.get();
    if (pins != null) {
      digest.add(pins);
    }
  }

  /** The interface of a name that must be there. */
  public NetworkInterface requireInterface(String interfaceName) {
    return Objects.requireNonNull(interfaces.get(interfaceName), interfaceName);
  }

  @Override
  public String toString() {
    return name;
  }
}
