package io.kubehop.core.ipset;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import java.util.ArrayList;
import java.util.List;

/**
 * Elements as {@code ipset add} takes them: {@code 10.0.0.0/8}, {@code 10.0.0.1,tcp:80,10.0.0.2}.
 */
final class ElementText {
  private static final int MOST = 1 << 16;

  private ElementText() {}

  /** What a text stands for; ranges of addresses and ports stand for several elements. */
  static List<SetElement> read(SetHeader header, String text) {
    SetType type = header.type();
    if (type == SetType.LIST_SET) {
      return List.of(SetElement.ofSet(text));
    }
    String[] parts = text.split(",", -1);
    if (parts.length != type.dimensions()) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no element of a "
              + type
              + ", which has "
              + type.dimensions()
              + " parts");
    }
    if (type == SetType.BITMAP_PORT) {
      return PortsText.read(parts[0]).each((protocol, port) -> SetElement.ofPort(port));
    }
    List<SetElement> elements = new ArrayList<>();
    for (Cidr first : addresses(parts[0], header.family(), type.isNetwork())) {
      if (!type.hasPort()) {
        elements.add(SetElement.of(first));
      } else if (!type.hasSecondAddress()) {
        elements.addAll(PortsText.read(parts[1]).each((p, port) -> SetElement.of(first, p, port)));
      } else {
        for (Cidr second : addresses(parts[2], header.family(), type.isSecondNetwork())) {
          elements.addAll(
              PortsText.read(parts[1]).each((p, port) -> SetElement.of(first, p, port, second)));
        }
      }
    }
    return elements;
  }

  /** One network; or of addresses each one of a network or range. */
  private static List<Cidr> addresses(String text, IpFamily family, boolean network) {
    int dash = text.indexOf('-');
    Cidr cidr = Cidr.parse(dash < 0 ? text : text.substring(0, dash));
    IpAddress to = dash < 0 ? cidr.last() : IpAddress.parse(text.substring(dash + 1));
    if (cidr.family() != family || to.family() != family) {
      throw new IllegalArgumentException("'" + text + "' is not of the set's family");
    }
    if (network && dash < 0) {
      return List.of(cidr);
    }
    List<Cidr> all = new ArrayList<>();
    for (IpAddress at = cidr.address(); at.compareTo(to) <= 0; at = at.plus(1)) {
      if (all.size() == MOST) {
        throw new IllegalArgumentException("'" + text + "' stands for more than 65536 addresses");
      }
      all.add(Cidr.host(at));
    }
    return all;
  }

  static String write(SetElement element) {
    if (!element.member().isEmpty()) {
      return element.member();
    }
    Cidr first = element.first();
    if (first == null) {
      return Integer.toString(element.port());
    }
    StringBuilder text = new StringBuilder(write(first));
    if (element.protocol() != 0) {
      text.append(',').append(PortsText.write(element.protocol(), element.port()));
    }
    if (element.second() != null) {
      text.append(',').append(write(element.second()));
    }
    return text.toString();
  }

  private static String write(Cidr network) {
    boolean single = network.prefixLength() == network.family().bits();
    return single ? network.address().toString() : network.toString();
  }
}
