package io.kubehop.dns.chain;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.dns.message.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A zone as a Corefile names it: perhaps with a transport in front and a port behind, perhaps as a
 * network that stands for its reverse zones (plugin/normalize.go).
 *
 * @param transport {@code dns} unless another is given
 * @param zones the zones in lower case; none if the text is no name
 * @param port the port; 53 unless another is given
 */
public record ZoneKey(String transport, List<DomainName> zones, int port) {
  private static final int DEFAULT_PORT = 53;

  /** Copies the zones. */
  public ZoneKey {
    zones = List.copyOf(zones);
  }

  /** Reads a key. */
  public static ZoneKey parse(String text) {
    int scheme = text.indexOf("://");
    String transport = scheme < 0 ? "dns" : text.substring(0, scheme);
    String rest = scheme < 0 ? text : text.substring(scheme + 3);
    int colon = rest.lastIndexOf(':');
    int port = DEFAULT_PORT;
    if (colon >= 0 && rest.substring(colon + 1).matches("[0-9]{1,5}")) {
      port = Integer.parseInt(rest.substring(colon + 1));
      rest = rest.substring(0, colon);
    }
    return new ZoneKey(transport, zones(rest), port);
  }

  private static List<DomainName> zones(String text) {
    if (text.indexOf('/') > 0) {
      try {
        return reverseZones(Cidr.parse(text));
      } catch (IllegalArgumentException e) {
        return List.of();
      }
    }
    return DomainName.parse(text.toLowerCase(Locale.ROOT)).map(List::of).orElse(List.of());
  }

  /** The reverse zones that together are a network: more than one if it ends inside of a label. */
  private static List<DomainName> reverseZones(Cidr network) {
    int labelBits = network.address().isV4() ? 8 : 4;
    int labels = (network.prefixLength() + labelBits - 1) / labelBits;
    int count = 1 << (labels * labelBits - network.prefixLength());
    List<DomainName> zones = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      zones.add(reverseZone(network.address(), labelBits, labels, i));
    }
    return zones;
  }

  private static DomainName reverseZone(IpAddress first, int labelBits, int labels, int last) {
    byte[] bytes = first.toBytes();
    StringBuilder name = new StringBuilder();
    for (int i = labels - 1; i >= 0; i--) {
      int octet = bytes[i * labelBits / 8] & 0xff;
      int label = labelBits == 8 ? octet : i % 2 == 0 ? octet >>> 4 : octet & 0xf;
      int value = i == labels - 1 ? label + last : label;
      name.append(Integer.toString(value, labelBits == 8 ? 10 : 16)).append('.');
    }
    return DomainName.of(name + (first.isV4() ? "in-addr.arpa." : "ip6.arpa."));
  }
}
