package io.kubehop.scenarios.cli;

import io.kubehop.core.net.Cidr;
import io.kubehop.core.net.IpAddress;
import io.kubehop.core.net.IpFamily;
import io.kubehop.core.netfilter.syntax.RuleTextException;
import io.kubehop.core.netfilter.text.IptablesSave;
import io.kubehop.scenarios.connection.Destination;
import io.kubehop.scenarios.file.NodeEntry.CapturedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The cluster around captured nodes of which nothing is given but their rules: a scenario file, so
 * that it can be kept, corrected and given with {@code -f}.
 */
final class ImpliedCluster {
  private static final int HOST_OF_CLIENT = 250;

  private final StringBuilder nodes = new StringBuilder();
  private final StringBuilder objects = new StringBuilder();
  private final List<String> remarks = new ArrayList<>();
  private boolean bridge;

  /** Reads what the rules of each node imply, and what is called. */
  ImpliedCluster(Map<String, CapturedText> rules, Destination called) {
    rules.forEach((node, text) -> add(node, text, called));
  }

  private void add(String node, CapturedText text, Destination called) {
    ImpliedAddresses implied;
    try {
      implied = new ImpliedAddresses(IptablesSave.read(text.text(), IpFamily.IPV4));
    } catch (RuleTextException wrong) {
      return; // reported with its place when the rules are put on the node
    }
    called
        .address()
        .ifPresent(
            address -> implied.addCalled(address, called.port(), called.scheme().protocol()));
    Cidr pods = implied.podNetwork();
    bridge |= implied.interfaces().contains("cni0");
    line(nodes, "  - name: %s", node);
    line(nodes, "    addresses: [\"%s\"]", implied.nodeAddressOrDefault());
    line(nodes, "    podCIDRs: [\"%s\"]", pods);
    addClient(node, pods);
    addEndpoints(node, implied, pods);
    remark(node, implied);
  }

  private void remark(String node, ImpliedAddresses implied) {
    if (implied.nodeAddress().isEmpty()) {
      remarks.add("no rule says the address of " + node);
    }
    List<String> foreign = implied.interfaces().stream().filter(name -> !isKnown(name)).toList();
    if (!foreign.isEmpty()) {
      remarks.add(
          "rules of "
              + node
              + " name interfaces that it does not have here, so that they do not match: "
              + String.join(", ", foreign));
    }
  }

  private static boolean isKnown(String pattern) {
    return List.of("lo", "eth0", "cni0", "+", "eth+", "veth+").contains(pattern);
  }

  private void addClient(String node, Cidr pods) {
    IpAddress network = pods.address();
    IpAddress address = new IpAddress(network.high(), network.low() + HOST_OF_CLIENT);
    if (!pods.contains(address)) {
      address = new IpAddress(network.high(), network.low() + 2);
    }
    line(objects, "- apiVersion: v1");
    line(objects, "  kind: Pod");
    line(objects, "  metadata: {name: %s-client, namespace: default}", node);
    line(objects, "  spec: {nodeName: %s, containers: [{name: client, image: client}]}", node);
    line(objects, "  status: {phase: Running, podIP: \"%1$s\", podIPs: [{ip: \"%1$s\"}]}", address);
  }

  /** A slice for all ports of the same addresses: what rules translate to accepts connections. */
  private void addEndpoints(String node, ImpliedAddresses implied, Cidr pods) {
    Map<List<IpAddress>, List<String>> portsByAddresses = new LinkedHashMap<>();
    addressesByPort(implied)
        .forEach(
            (port, addresses) ->
                portsByAddresses.computeIfAbsent(addresses, each -> new ArrayList<>()).add(port));
    int number = 0;
    for (Map.Entry<List<IpAddress>, List<String>> slice : portsByAddresses.entrySet()) {
      line(objects, "- apiVersion: discovery.k8s.io/v1");
      line(objects, "  kind: EndpointSlice");
      line(objects, "  metadata: {name: %s-%d, namespace: default}", node, ++number);
      line(objects, "  addressType: IPv4");
      line(objects, "  ports: [%s]", String.join(", ", slice.getValue()));
      line(objects, "  endpoints:");
      for (IpAddress address : slice.getKey()) {
        String place = pods.contains(address) ? ", nodeName: " + node : "";
        line(objects, "  - {addresses: [\"%s\"]%s}", address, place);
      }
    }
  }

  private static Map<String, List<IpAddress>> addressesByPort(ImpliedAddresses implied) {
    Map<String, List<IpAddress>> addresses = new LinkedHashMap<>();
    for (ImpliedAddresses.Endpoint endpoint : implied.endpoints()) {
      if (endpoint.port() > 0) {
        String protocol = endpoint.protocol().name();
        String port =
            String.format(
                Locale.ROOT,
                "{name: %1$s-%2$d, port: %2$d, protocol: %3$s}",
                protocol.toLowerCase(Locale.ROOT),
                endpoint.port(),
                protocol);
        addresses.computeIfAbsent(port, each -> new ArrayList<>()).add(endpoint.address());
      }
    }
    return addresses;
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** The scenario file. */
  String yaml() {
    return "apiVersion: kubehop/v1\n"
        + "kind: Scenario\n"
        + "metadata: {name: implied-by-the-rules}\n"
        + "cluster:\n"
        + (bridge ? "  cni: bridge\n" : "")
        + "  nodes:\n"
        + nodes
        + "objects:\n"
        + objects;
  }

  /** What the rules leave open. */
  List<String> remarks() {
    return List.copyOf(remarks);
  }
}
