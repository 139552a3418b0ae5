package io.kubehop.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two real nodes on a LAN with their Pods, and a router that is the client outside as well: a
 * network namespace each. It stays while clusters come and go on it.
 */
final class ClusterLab implements AutoCloseable {
  static final String CLIENT = "client";
  static final String CLIENT_ADDRESS = "203.0.113.7";
  static final List<String> NODES = List.of("node-a", "node-b");
  static final int SERVED = 8080;
  static final int SERVED_BY_NODES = 10250;

  /** What a Pod is called, and where it is. */
  record Pod(String name, String node, String address) {}

  static final List<Pod> PODS =
      List.of(
          new Pod("pa0", "node-a", "10.244.0.10"),
          new Pod("pa1", "node-a", "10.244.0.11"),
          new Pod("pa2", "node-a", "10.244.0.12"),
          new Pod("pb0", "node-b", "10.244.1.10"),
          new Pod("pb1", "node-b", "10.244.1.11"));

  private final Namespaces namespaces = new Namespaces();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AgentProcess> agents = new LinkedHashMap<>();

  private ClusterLab() {}

  /** Builds it and has every machine serve. */
  static ClusterLab open() {
    ClusterLab lab = new ClusterLab();
    try {
      lab.build();
      return lab;
    } catch (IOException e) {
      lab.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      lab.close();
      throw e;
    }
  }

  /** The addresses of a node, the primary one first. */
  static List<String> addressesOf(String node) {
    return node.equals("node-a") ? List.of("192.168.0.2", "192.168.7.2") : List.of("192.168.0.3");
  }

  private void build() throws IOException {
    names.put("lan", namespaces.add("lan"));
    inside("lan", "ip link add br0 type bridge", "ip link set br0 up");
    plugNode("node-a", "2", "10.244.1.0/24 via 192.168.0.3");
    plugNode("node-b", "3", "10.244.0.0/24 via 192.168.0.2");
    inside("node-b", "ip route add 192.168.7.2 via 192.168.0.2");
    plugRouter();
    PODS.forEach(this::plugPod);
    for (String machine : names.keySet()) {
      if (!machine.equals("lan")) {
        agents.put(machine, new AgentProcess(names.get(machine)));
      }
    }
    PODS.forEach(pod -> serve(pod.name(), pod.address(), SERVED));
    NODES.forEach(node -> serve(node, addressesOf(node).get(0), SERVED_BY_NODES));
    PODS.forEach(pod -> agents.get(pod.name()).read(1));
    NODES.forEach(node -> agents.get(node).read(1));
  }

  private void serve(String machine, String address, int port) {
    agents.get(machine).listen(machine, List.of(address), List.of(port));
  }

  /** A namespace with {@code eth0} on the LAN. */
  private void plugIntoLan(String name) {
    names.put(name, namespaces.add(name));
    inside(
        "lan",
        "ip link add " + name + " type veth peer name eth0 netns " + names.get(name),
        "ip link set " + name + " master br0 up");
    inside(
        name,
        "for i in all default eth0; do echo 0 > /proc/sys/net/ipv4/conf/$i/rp_filter; done",
        "echo 0 > /proc/sys/net/ipv4/icmp_ratelimit",
        "ip link set lo up",
        "ip link set eth0 up");
  }

  private void plugNode(String name, String number, String otherPods) {
    plugIntoLan(name);
    inside(
        name,
        "echo 1 > /proc/sys/net/ipv4/ip_forward",
        "ip addr add 192.168.0." + number + "/24 dev eth0",
        "ip route add default via 192.168.0.1",
        "ip route add " + otherPods);
    for (String further : addressesOf(name).subList(1, addressesOf(name).size())) {
      inside(name, "ip addr add " + further + "/32 dev eth0");
    }
  }

  /** It sends what is for virtual addresses to the first node. */
  private void plugRouter() {
    plugIntoLan(CLIENT);
    String from = " src " + CLIENT_ADDRESS;
    inside(
        CLIENT,
        "ip addr add 192.168.0.1/24 dev eth0",
        "ip addr add " + CLIENT_ADDRESS + "/32 dev eth0",
        "ip route replace 192.168.0.0/24 dev eth0" + from,
        "ip route add 192.168.7.2 via 192.168.0.2" + from,
        "ip route add 10.244.0.0/24 via 192.168.0.2" + from,
        "ip route add 10.244.1.0/24 via 192.168.0.3" + from,
        "ip route add 10.96.0.0/12 via 192.168.0.2" + from,
        "ip route add 198.51.100.0/24 via 192.168.0.2" + from);
  }

  private void plugPod(Pod pod) {
    names.put(pod.name(), namespaces.add(pod.name()));
    inside(
        pod.node(),
        "ip link add veth"
            + pod.name()
            + " type veth peer name eth0 netns "
            + names.get(pod.name()),
        "ip link set veth" + pod.name() + " up",
        "echo 1 > /proc/sys/net/ipv4/conf/veth" + pod.name() + "/proxy_arp",
        "ip route add " + pod.address() + "/32 dev veth" + pod.name());
    inside(
        pod.name(),
        "for i in all default eth0; do echo 0 > /proc/sys/net/ipv4/conf/$i/rp_filter; done",
        "echo 0 > /proc/sys/net/ipv4/icmp_ratelimit",
        "ip link set lo up",
        "ip link set eth0 up",
        "ip addr add " + pod.address() + "/32 dev eth0",
        "ip route add default via 169.254.1.1 dev eth0 onlink");
  }

  private void inside(String machine, String... lines) {
    Shell.run(Kernel.in(names.get(machine), "sh", "-e", "-c", String.join("\n", lines)));
  }

  /** Puts rules on a node in place of what it had, and forgets all connections. */
  void load(String node, ProxyRules rules) {
    String[] command = Kernel.in(names.get(node), rules.loader().toArray(String[]::new));
    Shell.tryWith(rules.text(), command).orFail(List.of(command));
    inside(
        node,
        "echo " + (rules.routeLocalnet() ? 1 : 0) + " > /proc/sys/net/ipv4/conf/all/route_localnet",
        "conntrack -F 2>/dev/null");
  }

  /** Takes everything off the nodes that rules of any kind left. */
  void clear() {
    for (String node : NODES) {
      inside(
          node,
          "nft flush ruleset",
          "for t in filter nat mangle raw; do "
              + Kernel.program("restore").replace("-restore", "")
              + " -t $t -F; done");
    }
  }

  /**
   * Makes calls, all at the same time.
   *
   * @param patience milliseconds
   * @return the answers in the order of the calls
   */
  List<Answer> call(List<RealCall> calls, int patience) {
    Map<String, List<RealCall>> byCaller = new LinkedHashMap<>();
    calls.forEach(
        call -> byCaller.computeIfAbsent(call.from(), name -> new ArrayList<>()).add(call));
    byCaller.forEach((name, theirs) -> agents.get(name).call(theirs, patience));
    Map<RealCall, Answer> answers = new LinkedHashMap<>();
    byCaller.forEach(
        (name, theirs) -> {
          List<String> lines = agents.get(name).read(theirs.size());
          for (int i = 0; i < lines.size(); i++) {
            answers.put(theirs.get(i), Answer.parse(lines.get(i)));
          }
        });
    return calls.stream().map(answers::get).toList();
  }

  @Override
  public void close() {
    agents.values().forEach(AgentProcess::close);
    namespaces.close();
  }
}
