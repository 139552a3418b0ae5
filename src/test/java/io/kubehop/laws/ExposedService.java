package io.kubehop.laws;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A Service with every kind of address, and endpoints in every state.
 *
 * @param protocol TCP or UDP
 * @param externalLocal whether external traffic has policy Local
 * @param internalLocal whether internal traffic has policy Local
 * @param masqueradeAll whether kube-proxy masquerades everything to cluster IPs
 * @param podsKnown whether kube-proxy can tell Pods by their addresses
 * @param sourceRanges clients that may use the load balancer; empty: all
 * @param endpoints the endpoints
 */
record ExposedService(
    String protocol,
    boolean externalLocal,
    boolean internalLocal,
    boolean masqueradeAll,
    boolean podsKnown,
    List<String> sourceRanges,
    List<Backend> endpoints) {
  static final String CLUSTER_IP = "10.96.0.12";
  static final String EXTERNAL_IP = "203.0.113.80";
  static final String LOAD_BALANCER = "198.51.100.80";
  static final int NODE_PORT = 30_080;

  /** What an endpoint is at the moment. */
  enum State {
    READY(true, true, false),
    UNREADY(false, false, false),
    STILL_SERVING(false, true, true),
    GOING(false, false, true);

    final String conditions;

    State(boolean ready, boolean serving, boolean terminating) {
      conditions =
          String.format(
              Locale.ROOT,
              "{ready: %s, serving: %s, terminating: %s}",
              ready,
              serving,
              terminating);
    }
  }

  /**
   * An endpoint.
   *
   * @param node the node: {@code a}, {@code b} or {@code c}
   * @param state its state
   */
  record Backend(String node, State state) {}

  /** The address of an endpoint, or of the Pod of a node that is none. */
  static String podAddress(String node, int number) {
    return "10.244." + (node.charAt(0) - 'a') + "." + (10 + number);
  }

  /** The address of a node. */
  static String nodeAddress(String node) {
    return "192.168.0." + (node.charAt(0) - 'a' + 2);
  }

  /** Whether some endpoint on a node may be used. */
  boolean hasUsable(String node) {
    return !usable(node).isEmpty();
  }

  /**
   * The endpoints on a node, or on any for an empty name, that policy Local (or Cluster) uses: the
   * ready ones, else those that still serve.
   */
  Set<String> usable(String node) {
    Set<String> ready = in(State.READY, node);
    return ready.isEmpty() ? in(State.STILL_SERVING, node) : ready;
  }

  private Set<String> in(State state, String node) {
    Set<String> found = new TreeSet<>();
    for (int i = 0; i < endpoints.size(); i++) {
      Backend each = endpoints.get(i);
      if (each.state() == state && (node.isEmpty() || each.node().equals(node))) {
        found.add(podAddress(each.node(), i) + ":8080");
      }
    }
    return found;
  }

  /** A scenario with the Service. */
  String scenario() {
    return """
        apiVersion: kubehop/v1
        kind: Scenario
        metadata: {name: generated}
        cluster:
          serviceCIDRs: [10.96.0.0/16]
          podCIDRs: [10.244.0.0/16]
          nodes:
            - {name: a, addresses: [192.168.0.2], podCIDRs: [10.244.0.0/24]}
            - {name: b, addresses: [192.168.0.3], podCIDRs: [10.244.1.0/24]}
            - {name: c, addresses: [192.168.0.4], podCIDRs: [10.244.2.0/24]}
        objects:
        """
        + proxy()
        + service()
        + slice()
        + "steps: []\n";
  }

  private String proxy() {
    return """
          - apiVersion: kubeproxy.config.k8s.io/v1alpha1
            kind: KubeProxyConfiguration
            iptables: {masqueradeAll: %1$s}
            nftables: {masqueradeAll: %1$s}
        """
            .formatted(masqueradeAll)
        + (podsKnown ? "" : "    clusterCIDR: \"\"\n");
  }

  private String service() {
    return """
          - apiVersion: v1
            kind: Service
            metadata: {name: cart, namespace: shop}
            spec:
              type: LoadBalancer
              clusterIP: %s
              externalIPs: [%s]
              externalTrafficPolicy: %s
              internalTrafficPolicy: %s
              loadBalancerSourceRanges: %s
              ports: [{port: 80, targetPort: 8080, nodePort: %d, protocol: %s}]
            status: {loadBalancer: {ingress: [{ip: %s}]}}
        """
        .formatted(
            CLUSTER_IP,
            EXTERNAL_IP,
            externalLocal ? "Local" : "Cluster",
            internalLocal ? "Local" : "Cluster",
            sourceRanges,
            NODE_PORT,
            protocol,
            LOAD_BALANCER);
  }

  private String slice() {
    StringBuilder yaml =
        new StringBuilder(
            """
              - apiVersion: discovery.k8s.io/v1
                kind: EndpointSlice
                metadata: {name: cart-1, namespace: shop, labels: {kubernetes.io/service-name: cart}}
                addressType: IPv4
                ports: [{name: "", port: 8080, protocol: %s}]
                endpoints:
            """
                .formatted(protocol));
    for (int i = 0; i < endpoints.size(); i++) {
      Backend each = endpoints.get(i);
      yaml.append(
          String.format(
              Locale.ROOT,
              "      - {addresses: [%s], conditions: %s, nodeName: %s}%n",
              podAddress(each.node(), i),
              each.state().conditions,
              each.node()));
    }
    return endpoints.isEmpty()
        ? yaml.toString().replace("endpoints:\n", "endpoints: []\n")
        : yaml.toString();
  }
}
