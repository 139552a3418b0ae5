package io.kubehop.core.host;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a routing table.
 *
 * @param destination where it leads
 * @param kind what it does
 * @param gateway the next host; null if the destination is on the link
 * @param device name of the interface it leaves by; null only if it sends nothing on
 * @param source the source address that a local packet without one takes; null for the interface's
 *     first
 */
public record Route(
    Cidr destination,
    RouteKind kind,
    @Nullable IpAddress gateway,
    @Nullable String device,
    @Nullable IpAddress source) {

  /** A network on the link of an interface. */
  public static Route onLink(Cidr destination, String device) {
    return new Route(destination, RouteKind.UNICAST, null, device, null);
  }

  /** A network behind a gateway. */
  public static Route via(Cidr destination, IpAddress gateway, String device) {
    return new Route(destination, RouteKind.UNICAST, gateway, device, null);
  }

  /** A network that cannot be reached. */
  public static Route unreachable(Cidr destination) {
    return new Route(destination, RouteKind.UNREACHABLE, null, null, null);
  }

  /** In the words of {@code ip route}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (kind != RouteKind.UNICAST) {
      text.append(kind.name().toLowerCase(Locale.ROOT)).append(' ');
    }
    text.append(destination.prefixLength() == 0 ? "default" : destination.toString());
    if (gateway != null) {
      text.append(" via ").append(gateway);
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
