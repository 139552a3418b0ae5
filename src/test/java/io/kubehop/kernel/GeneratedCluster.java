package io.kubehop.kernel;

import io.kubehop.kernel.ClusterLab.Pod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A cluster on the machines of the {@link ClusterLab}: Services of every type and policy, endpoints
 * in every condition, and connections to them from clients of every kind. The seed says it all.
 */
final class GeneratedCluster {
  private static final int SERVICES = 7;
  private static final List<String> SOURCES =
      List.of(ClusterLab.CLIENT, "pa0", "pa1", "pb0", "node-a", "node-b");

  private final Dice dice;
  private final Random shuffling;
  private final long seed;
  private final StringBuilder text = new StringBuilder();
  private final List<Probe> probes = new ArrayList<>();
  private boolean routeLocalnet = true;

  private GeneratedCluster(long seed, String mode) {
    this.seed = seed;
    this.dice = new Dice(seed);
    this.shuffling = new Random(seed);
    configuration(mode);
    ClusterLab.NODES.forEach(this::node);
    ClusterLab.PODS.forEach(this::pod);
    for (int i = 0; i < SERVICES; i++) {
      new GeneratedService(i).write();
    }
    if (mode.equals("nftables")) {
      probesWithoutService();
    }
  }

  /** Other modes let these go to the router, and there their way is another one. */
  private void probesWithoutService() {
    for (String from : List.of("pa0", "pb0", "node-a")) {
      probes.add(new Probe(from, "tcp", "10.96.1.1", 81, false));
      probes.add(new Probe(from, "tcp", "10.96.9.9", 80, false));
    }
  }

  /**
   * A connection to be tried.
   *
   * @param sticky whether the client keeps its endpoint
   */
  record Probe(String from, String protocol, String address, int port, boolean sticky) {
    @Override
    public String toString() {
      return from + " -> " + protocol + "://" + address + ":" + port;
    }
  }

  static GeneratedCluster of(long seed, String mode) {
    return new GeneratedCluster(seed, mode);
  }

  String manifests() {
    return text.toString();
  }

  List<Probe> probes() {
    return probes;
  }

  boolean routeLocalnet() {
    return routeLocalnet;
  }

  private void add(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments));
  }

  private void configuration(String mode) {
    boolean localhost = dice.percent(70);
    String nodePorts = dice.of("", "", "", "192.168.0.0/24", "primary");
    routeLocalnet = localhost && nodePorts.isEmpty();
    String detect =
        dice.of(
            "detectLocalMode: ClusterCIDR, clusterCIDR: 10.244.0.0/16",
            "detectLocalMode: ClusterCIDR, clusterCIDR: 10.244.0.0/16",
            "detectLocalMode: ClusterCIDR, clusterCIDR: ''",
            "detectLocalMode: NodeCIDR",
            "detectLocalMode: InterfaceNamePrefix, detectLocal: {interfaceNamePrefix: veth}");
    boolean all = dice.percent(20);
    int bit = dice.percent(80) ? 14 : 3;
    add(
        """
        {apiVersion: kubeproxy.config.k8s.io/v1alpha1, kind: KubeProxyConfiguration, mode: %s, %s,
         nodePortAddresses: [%s],
         iptables: {masqueradeAll: %b, masqueradeBit: %d, localhostNodePorts: %b},
         nftables: {masqueradeAll: %b, masqueradeBit: %d}}
        """,
        mode, detect, nodePorts, all, bit, localhost, all, bit);
  }

  private void node(String name) {
    int number = ClusterLab.NODES.indexOf(name);
    StringBuilder addresses = new StringBuilder();
    for (String address : ClusterLab.addressesOf(name)) {
      addresses.append("{type: InternalIP, address: ").append(address).append("}, ");
    }
    add(
        """
        ---
        apiVersion: v1
        kind: Node
        metadata: {name: %s, labels: {topology.kubernetes.io/zone: z%d}}
        spec: {podCIDR: 10.244.%d.0/24, podCIDRs: [10.244.%d.0/24]}
        status: {addresses: [%s]}
        """,
        name, number, number, number, addresses);
  }

  private void pod(Pod pod) {
    add(
        """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: default}
        spec:
          nodeName: %s
          containers:
          - {name: c, image: echo, ports: [{containerPort: 8080}, {containerPort: 8080, protocol: UDP}]}
        status:
          phase: Running
          podIP: %s
          podIPs: [{ip: %s}]
          conditions: [{type: Ready, status: "True"}]
        """,
        pod.name(), pod.node(), pod.address(), pod.address());
  }

  /** One Service with its endpoints. */
  private final class GeneratedService {
    private final int number;
    private final String type = dice.of("ClusterIP", "NodePort", "NodePort", "LoadBalancer");
    private final String protocol = dice.percent(70) ? "TCP" : "UDP";
    private final boolean balanced = type.equals("LoadBalancer");
    private final boolean external = dice.percent(30);
    private final boolean sticky = dice.percent(20);
    private boolean usable;

    GeneratedService(int number) {
      this.number = number;
    }

    void write() {
      boolean reachable = external || !type.equals("ClusterIP");
      String policies =
          (reachable && dice.percent(50) ? "externalTrafficPolicy: Local, " : "")
              + (dice.percent(30) ? "internalTrafficPolicy: Local, " : "")
              + (sticky ? "sessionAffinity: ClientIP, " : "")
              + (external ? "externalIPs: [" + externalIP() + "], " : "")
              + (balanced && dice.percent(50)
                  ? "loadBalancerSourceRanges: [" + range() + "], "
                  : "");
      add(
          """
          ---
          apiVersion: v1
          kind: Service
          metadata: {name: s%d, namespace: c%d}
          spec:
            {type: %s, clusterIP: %s, %s
             ports: [{name: p, port: 80, targetPort: 8080, protocol: %s%s}]}
          status: {loadBalancer: {ingress: [%s]}}
          """,
          number,
          seed,
          type,
          clusterIP(),
          policies,
          protocol,
          type.equals("ClusterIP") ? "" : ", nodePort: " + nodePort(),
          balanced ? "{ip: " + balancerIP() + "}" : "");
      slices();
      chooseProbes();
    }

    private String clusterIP() {
      return "10.96.1." + (number + 1);
    }

    private String balancerIP() {
      return "198.51.100." + (number + 1);
    }

    private String externalIP() {
      return "198.51.100." + (number + 101);
    }

    private int nodePort() {
      return 30080 + number;
    }

    private String range() {
      return dice.of(
          "203.0.113.0/24", "203.0.112.0/24", "10.244.0.0/24", "192.168.0.0/24", "0.0.0.0/0");
    }

    private void slices() {
      List<Pod> pods = new ArrayList<>(ClusterLab.PODS);
      Collections.shuffle(pods, shuffling);
      String hinted = dice.percent(80) ? "" : dice.of("zone", "node");
      StringBuilder endpoints = new StringBuilder();
      for (Pod pod : pods.subList(0, dice.below(4))) {
        endpoints.append(
            String.format(
                Locale.ROOT,
                "- {addresses: [%s], nodeName: %s, conditions: {%s}%s}\n",
                pod.address(),
                pod.node(),
                conditions(),
                hints(hinted)));
      }
      slice("x", ClusterLab.SERVED, endpoints);
      if (protocol.equals("TCP") && dice.percent(15)) {
        usable = true;
        slice(
            "y",
            ClusterLab.SERVED_BY_NODES,
            "- {addresses: [192.168.0.3], nodeName: node-b, conditions: {ready: true}}\n");
      }
    }

    private void slice(String name, int port, CharSequence endpoints) {
      add(
          """
          ---
          apiVersion: discovery.k8s.io/v1
          kind: EndpointSlice
          metadata: {name: s%d-%s, namespace: c%d, labels: {kubernetes.io/service-name: s%d}}
          addressType: IPv4
          ports: [{name: p, port: %d, protocol: %s}]
          endpoints:%s
          """,
          number,
          name,
          seed,
          number,
          port,
          protocol,
          endpoints.length() == 0 ? " []" : "\n" + endpoints);
    }

    private String conditions() {
      int way = dice.below(100);
      if (way < 88) {
        usable = true;
      }
      if (way < 72) {
        return "ready: true, serving: true, terminating: false";
      }
      return way < 88
          ? "ready: false, serving: true, terminating: true"
          : "ready: false, serving: false, terminating: " + dice.percent(50);
    }

    private String hints(String kind) {
      return switch (kind) {
        case "zone" -> ", hints: {forZones: [{name: z" + dice.below(2) + "}]}";
        case "node" -> ", hints: {forNodes: [{name: " + dice.of(ClusterLab.NODES) + "}]}";
        default -> "";
      };
    }

    /** From each client once, so that clients that keep their endpoint meet the Service once. */
    private void chooseProbes() {
      for (String from : SOURCES) {
        boolean node = ClusterLab.NODES.contains(from);
        List<String> addresses = new ArrayList<>(List.of(clusterIP()));
        if (!type.equals("ClusterIP")) {
          addresses.add("192.168.0.2");
          addresses.add("192.168.0.3");
          addresses.add("192.168.7.2");
          addresses.add(node ? "127.0.0.1" : "192.168.0.2");
        }
        // what a node cannot translate goes to the router, and there its way is another one
        if (!node || usable) {
          addresses.add(balanced ? balancerIP() : clusterIP());
          addresses.add(external ? externalIP() : clusterIP());
        }
        String address = dice.of(addresses);
        boolean toNode = address.startsWith("192.") || address.startsWith("127.");
        int port = toNode ? nodePort() : 80;
        probes.add(new Probe(from, protocol.toLowerCase(Locale.ROOT), address, port, sticky));
      }
    }
  }
}
