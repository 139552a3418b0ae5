package io.kubehop.core.ipset;

import com.google.common.collect.ImmutableBiMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Ports of elements: {@code tcp:80}, {@code udp:53-55}, {@code icmp:echo-request}, {@code
 * icmp:8/0}, {@code 80}.
 *
 * @param protocol IP protocol number
 * @param from the first
 * @param to the last
 */
record PortsText(int protocol, int from, int to) {
  private static final ImmutableBiMap<String, Integer> PROTOCOLS =
      ImmutableBiMap.<String, Integer>builder()
          .put("icmp", 1)
          .put("tcp", 6)
          .put("udp", 17)
          .put("gre", 47)
          .put("esp", 50)
          .put("ah", 51)
          .put("icmpv6", 58)
          .put("sctp", 132)
          .put("udplite", 136)
          .buildOrThrow();
  private static final int ICMP = 1;
  private static final int ICMPV6 = 58;
  private static final int TCP = 6;
  private static final int MOST = 65_535;

  static PortsText read(String text) {
    int colon = text.indexOf(':');
    int protocol = colon < 0 ? TCP : protocol(text.substring(0, colon), text);
    String ports = text.substring(colon + 1);
    if (protocol == ICMP || protocol == ICMPV6) {
      int message = message(ports, protocol == ICMPV6, text);
      return new PortsText(protocol, message, message);
    }
    int dash = ports.indexOf('-');
    int from = number(dash < 0 ? ports : ports.substring(0, dash), MOST, text);
    int to = dash < 0 ? from : number(ports.substring(dash + 1), MOST, text);
    return new PortsText(protocol, Math.min(from, to), Math.max(from, to));
  }

  private static int protocol(String name, String text) {
    Integer known = PROTOCOLS.get(name);
    return known != null ? known : number(name, 255, text);
  }

  private static int message(String ports, boolean v6, String text) {
    Integer named = IcmpMessages.named(ports, v6);
    if (named != null) {
      return named;
    }
    int slash = ports.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("'" + text + "' is no ICMP message (such as icmp:8/0)");
    }
    return number(ports.substring(0, slash), 255, text) << 8
        | number(ports.substring(slash + 1), 255, text);
  }

  private static int number(String digits, int most, String text) {
    int number = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : -1;
    if (number < 0 || number > most) {
      throw new IllegalArgumentException("'" + text + "' is no port (such as tcp:80)");
    }
    return number;
  }

  /** Makes an element of each port. */
  List<SetElement> each(BiFunction<Integer, Integer, SetElement> make) {
    List<SetElement> elements = new ArrayList<>(to - from + 1);
    for (int port = from; port <= to; port++) {
      elements.add(make.apply(protocol, port));
    }
    return elements;
  }

  /** {@code tcp:80}. */
  static String write(int protocol, int port) {
    String name = PROTOCOLS.inverse().getOrDefault(protocol, Integer.toString(protocol));
    boolean message = protocol == ICMP || protocol == ICMPV6;
    return name
        + ":"
        + (message ? IcmpMessages.write(port, protocol == ICMPV6) : Integer.toString(port));
  }
}
