package io.kubehop.dns.nodelocal;

import io.kubehop.core.net.IpAddress;
import io.kubehop.service.api.Container;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line of a node-cache (cmd/node-cache/main.go).
 *
 * @param localIps the addresses to listen on, in order
 * @param upstreamService the Service whose address is asked for names of the cluster
 * @param interfaceName the dummy interface that gets the addresses
 * @param healthPort where its liveness is asked for
 * @param setsUpInterface whether it makes the interface
 * @param setsUpRules whether it writes iptables rules
 */
record NodeCacheArguments(
    List<IpAddress> localIps,
    String upstreamService,
    String interfaceName,
    String healthPort,
    boolean setsUpInterface,
    boolean setsUpRules) {

  /**
   * Reads a container's arguments; what the placeholders of the manifest stand for is filled in.
   */
  static NodeCacheArguments of(Container container, Placeholders placeholders) {
    Map<String, String> flags = flags(container.args());
    List<IpAddress> addresses = new ArrayList<>();
    for (String address : placeholders.fill(flags.getOrDefault("localip", "")).split(",", -1)) {
      if (IpAddress.isAddress(address.strip())) {
        addresses.add(IpAddress.parse(address.strip()));
      }
    }
    return new NodeCacheArguments(
        List.copyOf(addresses),
        flags.getOrDefault("upstreamsvc", "kube-dns"),
        flags.getOrDefault("interfacename", "nodelocaldns"),
        flags.getOrDefault("health-port", "8080"),
        isOn(flags, "setupinterface"),
        isOn(flags, "setupiptables"));
  }

  private static boolean isOn(Map<String, String> flags, String name) {
    return !flags.getOrDefault(name, "true").equals("false");
  }

  /** Flags as Go reads them: one dash or two, the value behind a space or an equals sign. */
  private static Map<String, String> flags(List<String> args) {
    Map<String, String> flags = new LinkedHashMap<>();
    for (int i = 0; i < args.size(); i++) {
      String flag = args.get(i).replaceFirst("^--?", "");
      int equals = flag.indexOf('=');
      boolean hasNext = i + 1 < args.size() && !args.get(i + 1).startsWith("-");
      if (equals >= 0) {
        flags.put(flag.substring(0, equals), flag.substring(equals + 1));
      } else if (hasNext) {
        flags.put(flag, args.get(++i));
      }
    }
    return flags;
  }

  /** The addresses as a {@code bind} directive lists them. */
  String bindList() {
    return String.join(" ", localIps.stream().map(IpAddress::toString).toList());
  }
}
