package io.kubehop.core.host;

import io.kubehop.core.conntrack.Connection;
import io.kubehop.core.conntrack.CtState;
import io.kubehop.core.conntrack.NatKind;
import io.kubehop.core.conntrack.NatRange;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.net.Packet;
import io.kubehop.core.netfilter.AddressType;
import io.kubehop.core.netfilter.Hook;
import io.kubehop.core.netfilter.RejectWith;
import io.kubehop.core.netfilter.RuleState;
import io.kubehop.core.netfilter.Skb;
import io.kubehop.core.netfilter.ruleset.TableWalk;
import io.kubehop.core.nftables.NftHost;
import io.kubehop.core.nftables.NftState;
import io.kubehop.core.nftables.NftWalk;
import io.kubehop.core.time.Choices;
import io.kubehop.core.time.RandomStream;
import io.kubehop.core.trace.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * What rules ask of a host, answered by its interfaces, routes, sockets and tracked connections.
 */
final class HostRuleContext implements NftHost {
  private final Host host;
  private final IpFamily family;
  private @Nullable TableWalk walk;
  private @Nullable NftWalk nftWalk;
  private @Nullable RandomStream statistic;

  HostRuleContext(Host host, IpFamily family) {
    this.host = host;
    this.family = family;
  }

  /** The walk of this host, reused for every packet. */
  TableWalk walk() {
    TableWalk known = walk;
    if (known == null) {
      known = new TableWalk();
      walk = known;
    }
    return known;
  }

  /** The walk through chains of nftables, reused likewise. */
  NftWalk nftWalk() {
    NftWalk known = nftWalk;
    if (known == null) {
      known = new NftWalk(this);
      nftWalk = known;
    }
    return known;
  }

  @Override
  public NftState nftState() {
    return host.firewall().nftState();
  }

  @Override
  public @Nullable String routeDevice(Skb skb, long high, long low, @Nullable String device) {
    String in = skb.inDevice();
    if (skb.hook() == Hook.PREROUTING && Host.LOOPBACK.equals(in)) {
      return in;
    }
    if (host.isLocal(high, low)) {
      return null;
    }
    Route route = host.routes().find(high, low);
    if (route == null || route.kind() != RouteKind.UNICAST) {
      return null;
    }
    return device == null || device.equals(route.device()) ? route.device() : null;
  }

  @Override
  public long now() {
    return host.simulation().now();
  }

  @Override
  public long epochSeconds() {
    return host.network().epochSeconds();
  }

  @Override
  public RuleState ruleState() {
    return host.firewall().ruleState(family);
  }

  @Override
  public Choices choices() {
    return host.simulation().choices();
  }

  @Override
  public RandomStream statisticStream() {
    RandomStream known = statistic;
    if (known == null) {
      known = host.simulation().random().stream(host.name() + "/statistic");
      statistic = known;
    }
    return known;
  }

  @Override
  public Recorder recorder() {
    return host.network().recorder();
  }

  @Override
  public AddressType addressType(long high, long low, @Nullable String device) {
    if (isLocal(high, low, device)) {
      return AddressType.LOCAL;
    }
    if (IpAddress.isMulticast(high, low)) {
      return AddressType.MULTICAST;
    }
    if (IpAddress.isV4(high, low)) {
      return isBroadcast(high, low) ? AddressType.BROADCAST : AddressType.UNICAST;
    }
    return routeType(host.routes().find(high, low));
  }

  private boolean isLocal(long high, long low, @Nullable String device) {
    if (device == null) {
      return host.isLocal(high, low);
    }
    NetworkInterface owner = host.networkInterface(device);
    return owner != null && owner.hasAddress(new IpAddress(high, low));
  }

  private boolean isBroadcast(long high, long low) {
    int bits = (int) low;
    return bits == -1 || bits >>> 24 == 0 || host.isBroadcast(high, low);
  }

  /** IPv6 alone looks at the whole routing table (net/ipv6/netfilter/ip6_tables, xt_addrtype.c). */
  private static AddressType routeType(@Nullable Route route) {
    if (route == null) {
      return AddressType.UNREACHABLE;
    }
    return switch (route.kind()) {
      case UNICAST -> AddressType.UNICAST;
      case UNREACHABLE -> AddressType.UNREACHABLE;
      case PROHIBIT -> AddressType.PROHIBIT;
      case BLACKHOLE -> AddressType.BLACKHOLE;
    };
  }

  @Override
  public boolean translate(Skb skb, NatKind kind, NatRange range) {
    Connection connection = skb.connection();
    if (connection == null) {
      return false;
    }
    host.firewall().binder().bind(connection, kind, range);
    return true;
  }

  @Override
  public boolean translate(Skb skb, NatKind kind, NatRange range, IpAddress address) {
    Connection connection = skb.connection();
    if (connection == null) {
      return false;
    }
    host.firewall().binder().bind(connection, kind, range, address);
    return true;
  }

  @Override
  public @Nullable IpAddress masqueradeAddress(Skb skb) {
    String outName = skb.outDevice();
    NetworkInterface out = outName == null ? null : host.networkInterface(outName);
    if (out == null) {
      return null;
    }
    Packet packet = skb.packet();
    if (!packet.isV4()) {
      return V6SourceSelection.towards(
          host, out, packet.destinationHigh(), packet.destinationLow());
    }
    Route route = host.routes().find(packet.destinationHigh(), packet.destinationLow());
    IpAddress gateway = route == null ? null : route.gateway();
    return gateway == null
        ? SourceAddresses.of(host, out, packet.destinationHigh(), packet.destinationLow())
        : SourceAddresses.of(host, out, gateway.high(), gateway.low());
  }

  @Override
  public @Nullable IpAddress firstAddress(String device, boolean v4) {
    NetworkInterface found = host.networkInterface(device);
    return found == null ? null : found.firstAddress(v4);
  }

  @Override
  public boolean reversePathValid(Skb skb, boolean loose, boolean validMark, boolean acceptLocal) {
    Packet packet = skb.packet();
    String in = skb.inDevice();
    if (in == null || in.equals(Host.LOOPBACK)) {
      return true;
    }
    if (host.isLocal(packet.sourceHigh(), packet.sourceLow())) {
      return acceptLocal;
    }
    Route back = host.routes().find(packet.sourceHigh(), packet.sourceLow());
    return back != null && back.kind() == RouteKind.UNICAST && (loose || in.equals(back.device()));
  }

  @Override
  public boolean hasMatchingSocket(Skb skb, boolean noWildcard, boolean transparent) {
    return !transparent && SocketSearch.finds(host, skb, noWildcard);
  }

  @Override
  public boolean hasSet(String set) {
    return host.firewall().sets().get(set) != null;
  }

  @Override
  public boolean isInSet(String set, Skb skb, String directions) {
    return host.firewall().sets().contains(set, skb.packet(), directions, now());
  }

  @Override
  public void addToSet(String set, Skb skb, String directions, boolean replace, long timeout) {
    Firewall firewall = host.firewall();
    firewall.setSets(
        firewall.sets().withPacket(set, skb.packet(), directions, replace, timeout, now()));
  }

  @Override
  public void removeFromSet(String set, Skb skb, String directions) {
    Firewall firewall = host.firewall();
    firewall.setSets(firewall.sets().withoutPacket(set, skb.packet(), directions));
  }

  @Override
  public void undecided(String sentence) {
    host.network().undecided(host.name() + ": " + sentence);
  }

  @Override
  public void untrack(Skb skb) {
    skb.setTracked(null, CtState.UNTRACKED, false);
  }

  @Override
  public void reject(Skb skb, RejectWith with) {
    host.path().errors().reject(skb, with, "REJECT with " + with.optionName());
  }
}
