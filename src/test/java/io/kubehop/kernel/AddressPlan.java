package io.kubehop.kernel;

import io.kubehop.core.net.IpFamily;
import java.util.List;

/**
 * The addresses of generated cases, and what rules call things in their family.
 *
 * @param family the family of all addresses
 * @param node the node that has the rules
 * @param client a machine outside
 * @param pods the Pods on the node
 * @param loopback the node's address for itself
 * @param virtual addresses that nobody has
 * @param podNetwork a network that holds the Pods' addresses
 * @param networks what {@code -s} and {@code -d} may say
 * @param ranges what {@code -m iprange} may say
 * @param refusals what {@code --reject-with} may say besides {@code tcp-reset}
 */
record AddressPlan(
    IpFamily family,
    Machine node,
    Machine client,
    List<Machine> pods,
    String loopback,
    List<String> virtual,
    String podNetwork,
    List<String> networks,
    List<String> ranges,
    List<String> refusals) {
  private static final List<Integer> NODE_PORTS = List.of(8080, 9100, 10250);
  private static final List<Integer> CLIENT_PORTS = List.of(80, 8080);
  private static final List<Integer> POD_PORTS = List.of(53, 80, 8080, 8443);

  static final AddressPlan V4 =
      new AddressPlan(
          IpFamily.IPV4,
          new Machine("node", "192.168.0.2", NODE_PORTS),
          new Machine("client", "203.0.113.7", CLIENT_PORTS),
          List.of(
              new Machine("a1", "10.244.0.11", POD_PORTS),
              new Machine("a2", "10.244.0.12", POD_PORTS)),
          "127.0.0.1",
          List.of("10.96.0.10", "10.96.0.11", "10.96.0.12"),
          "10.244.0.0/24",
          List.of(
              "10.244.0.11",
              "10.244.0.12",
              "10.244.0.0/24",
              "10.244.0.11/255.0.255.255",
              "192.168.0.2",
              "203.0.113.0/24",
              "10.96.0.0/24",
              "10.96.0.10",
              "10.96.0.11",
              "10.96.0.12",
              "127.0.0.0/8",
              "0.0.0.0/1"),
          List.of("10.244.0.0-10.244.0.11", "192.168.0.1-192.168.0.3", "203.0.113.0-203.0.113.50"),
          List.of(
              "icmp-net-unreachable",
              "icmp-host-unreachable",
              "icmp-port-unreachable",
              "icmp-proto-unreachable",
              "icmp-net-prohibited",
              "icmp-host-prohibited",
              "icmp-admin-prohibited"));

  static final AddressPlan V6 =
      new AddressPlan(
          IpFamily.IPV6,
          new Machine("node", "fd00:192:168::2", NODE_PORTS),
          new Machine("client", "2001:db8:113::7", CLIENT_PORTS),
          List.of(
              new Machine("a1", "fd00:10:244::11", POD_PORTS),
              new Machine("a2", "fd00:10:244::12", POD_PORTS)),
          "::1",
          List.of("fd00:10:96::10", "fd00:10:96::11", "fd00:10:96::12"),
          "fd00:10:244::/112",
          List.of(
              "fd00:10:244::11",
              "fd00:10:244::12",
              "fd00:10:244::/64",
              "fd00:192:168::2",
              "2001:db8::/32",
              "fd00:10:96::/64",
              "fd00:10:96::10",
              "fd00:10:96::11",
              "fd00:10:96::12",
              "::1",
              "::/1"),
          List.of(
              "fd00:10:244::-fd00:10:244::11",
              "fd00:192:168::1-fd00:192:168::3",
              "2001:db8:113::-2001:db8:113::50"),
          List.of(
              "icmp6-no-route",
              "icmp6-adm-prohibited",
              "icmp6-addr-unreachable",
              "icmp6-port-unreachable"));

  boolean isV4() {
    return family == IpFamily.IPV4;
  }

  /** Address and port, as {@code --to-destination} takes them. */
  String at(String address, String port) {
    return isV4() ? address + ":" + port : "[" + address + "]:" + port;
  }

  /** The addresses of the Pods. */
  List<String> podAddresses() {
    return pods.stream().map(Machine::address).toList();
  }

  /** The prefix length of one address. */
  int addressBits() {
    return isV4() ? 32 : 128;
  }

  /** The protocol of error messages. */
  String icmp() {
    return isV4() ? "icmp" : "ipv6-icmp";
  }
}
