package io.kubehop.core.host;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.time.Journal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Routes, looked up by longest prefix. A table may stand on another that many hosts share (the
 * routes to all other nodes): the longer prefix wins, and at equal length the host's own.
 */
public final class RouteTable {
  private final Journal journal;
  private final @Nullable RouteTable shared;
  private final @Nullable AddressMap<Route>[] byLength;

  /** Makes an empty table. */
  public RouteTable(Journal journal) {
    this(journal, null);
  }

  /** Makes a table that adds to a shared one. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
  public RouteTable(Journal journal, @Nullable RouteTable shared) {
    this.journal = journal;
    this.shared = shared;
    this.byLength = new @Nullable AddressMap[129];
  }

  /** Adds a route, or replaces the one with the same destination. */
  public void add(Route route) {
    Cidr destination = route.destination();
    int length = commonLength(destination);
    AddressMap<Route> routes = byLength[length];
    if (routes == null) {
      routes = new AddressMap<>(journal);
      byLength[length] = routes;
    }
    routes.put(destination.address(), familyNumber(destination.family()), route);
  }

  /** Takes a route out. Returns whether it was there. */
  public boolean remove(Cidr destination) {
    AddressMap<Route> routes = byLength[commonLength(destination)];
    return routes != null
        && routes.remove(destination.address(), familyNumber(destination.family()));
  }

  /** The route to an address, or null if there is none. */
  public @Nullable Route find(long high, long low) {
    boolean v4 = IpAddress.isV4(high, low);
    int family = familyNumber(v4 ? IpFamily.IPV4 : IpFamily.IPV6);
    int shortest = v4 ? 96 : 0;
    for (int length = 128; length >= shortest; length--) {
      Route route = findAt(length, high, low, family);
      if (route == null && shared != null) {
        route = shared.findAt(length, high, low, family);
      }
      if (route != null) {
        return route;
      }
    }
    return null;
  }

  private @Nullable Route findAt(int length, long high, long low, int family) {
    AddressMap<Route> routes = byLength[length];
    if (routes == null || routes.isEmpty()) {
      return null;
    }
    long highMask = length >= 64 ? -1L : length == 0 ? 0 : -1L << (64 - length);
    long lowMask = length <= 64 ? 0 : length == 128 ? -1L : -1L << (128 - length);
    return routes.get(high & highMask, low & lowMask, family);
  }

  /** The host's own routes, longest prefix first. */
  public List<Route> ownRoutes() {
    List<Route> routes = new ArrayList<>();
    for (int length = 128; length >= 0; length--) {
      AddressMap<Route> atLength = byLength[length];
      if (atLength != null) {
        routes.addAll(atLength.values());
      }
    }
    return routes;
  }

  private static int commonLength(Cidr cidr) {
    return cidr.prefixLength() + 128 - cidr.family().bits();
  }

  /** Keeps 0.0.0.0/0 (a prefix of 96 bits here) apart from an IPv6 network of that length. */
  private static int familyNumber(IpFamily family) {
    return family == IpFamily.IPV4 ? 4 : 6;
  }
}
