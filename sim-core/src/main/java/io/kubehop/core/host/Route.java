package io.kubehop.core.host;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a routing table.
 *
 * @param destination where it leads
 * @param kind what it does
 * @param gateways the next hosts: none if the destination is on the link; of several, each flow
 *     takes one
 * @param device name of the interface it leaves by; null only if it sends nothing on
 * @param source the source address that a local packet without one takes; null for the interface's
 *     first
 */
public record Route(
    Cidr destination,
    RouteKind kind,
    List<IpAddress> gateways,
    @Nullable String device,
    @Nullable IpAddress source) {

  /** Copies the gateways. */
  public Route {
    gateways = List.copyOf(gateways);
  }

  /** A network on the link of an interface. */
  public static Route onLink(Cidr destination, String device) {
    return new Route(destination, RouteKind.UNICAST, List.of(), device, null);
  }

  /** A network behind a gateway. */
  public static Route via(Cidr destination, IpAddress gateway, String device) {
    return new Route(destination, RouteKind.UNICAST, List.of(gateway), device, null);
  }

  /** A network behind several gateways, over which flows are spread. */
  public static Route spread(Cidr destination, List<IpAddress> gateways, String device) {
    return new Route(destination, RouteKind.UNICAST, gateways, device, null);
  }

  /** A network that cannot be reached. */
  public static Route unreachable(Cidr destination) {
    return new Route(destination, RouteKind.UNREACHABLE, List.of(), null, null);
  }

  /** The next host, or the first of several; null if the destination is on the link. */
  public @Nullable IpAddress gateway() {
    return gateways.isEmpty() ? null : gateways.get(0);
  }

  /** In the words of {@code ip route}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (kind != RouteKind.UNICAST) {
      text.append(kind.name().toLowerCase(Locale.ROOT)).append(' ');
    }
    text.append(destination.prefixLength() == 0 ? "default" : destination.toString());
    for (IpAddress gateway : gateways) {
      text.append(gateways.size() > 1 ? " nexthop via " : " via ").append(gateway);
    }
    if (device != null) {
      text.append(" dev ").append(device);
    }
    if (source != null) {
      text.append(" src ").append(source);
    }
    return text.toString();
  }
}
