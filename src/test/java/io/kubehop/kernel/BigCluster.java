package io.kubehop.kernel;

import java.util.Locale;

/** Services of every kind in turn, each with an EndpointSlice of its own with 0 to 3 endpoints. */
final class BigCluster {
  private static final int KINDS = 8;

  private final boolean v6;
  private final StringBuilder text = new StringBuilder();

  private BigCluster(boolean v6, int services) {
    this.v6 = v6;
    text.append(
        v6
            ? """
              apiVersion: kubehop/v1
              kind: Scenario
              metadata: {name: big}
              cluster:
                serviceCIDRs: [fd00:10:96::/108]
                podCIDRs: [fd00:10:244::/48]
                nodes:
                - {name: node-a, addresses: ['fd00:192::2'], podCIDRs: ['fd00:10:244::/64']}
                - {name: node-b, addresses: ['fd00:192::3'], podCIDRs: ['fd00:10:244:1::/64']}
              """
            : """
              apiVersion: kubehop/v1
              kind: Scenario
              metadata: {name: big}
              cluster:
                nodes:
                - {name: node-a, addresses: [192.168.0.2], podCIDRs: [10.244.0.0/17]}
                - {name: node-b, addresses: [192.168.0.3], podCIDRs: [10.244.128.0/17]}
              """);
    for (int i = 0; i < services; i++) {
      service(i);
      slice(i);
    }
  }

  static String manifests(boolean v6, int services) {
    return new BigCluster(v6, services).text.toString();
  }

  private void add(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments));
  }

  private String address(String v4, String v6Prefix, int i) {
    return v6
        ? v6Prefix + Integer.toHexString(1 + i)
        : v4 + "." + (1 + i / 250) + "." + (1 + i % 250);
  }

  private static String protocol(int i) {
    return i % 7 == 0 ? "UDP" : i % 11 == 0 ? "SCTP" : "TCP";
  }

  private void service(int i) {
    String range = v6 ? "'fd00:203::/64'" : "203.0.113.0/24, 192.168.0.0/24";
    String external = v6 ? "'fd00:198::9'" : "198.51.100.9";
    String kind =
        switch (i % KINDS) {
          case 0 -> "type: ClusterIP";
          case 1 -> "type: NodePort, externalTrafficPolicy: Local";
          case 2 -> "type: ClusterIP, sessionAffinity: ClientIP";
          case 3 -> "type: LoadBalancer, loadBalancerSourceRanges: [" + range + "]";
          case 4 -> "internalTrafficPolicy: Local, externalIPs: [" + external + "]";
          case 5 -> "type: LoadBalancer, externalTrafficPolicy: Local";
          case 6 -> "type: NodePort, sessionAffinity: ClientIP, externalTrafficPolicy: Local";
          default -> "type: LoadBalancer, allocateLoadBalancerNodePorts: false";
        };
    boolean balanced = kind.startsWith("type: LoadBalancer");
    add(
        """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: s%d, namespace: default}
        spec:
          {%s, clusterIP: '%s', ports: [{name: p, port: %d, targetPort: 8080, protocol: %s}]}
        %s\
        """,
        i,
        kind,
        address("10.96", "fd00:10:96::", i),
        1000 + i,
        protocol(i),
        balanced
            ? "status: {loadBalancer: {ingress: [{ip: '"
                + address("198.51", "fd00:198:1::", i)
                + "'}]}}\n"
            : "");
  }

  private void slice(int i) {
    StringBuilder endpoints = new StringBuilder();
    for (int k = 0; k < i % 4; k++) {
      boolean here = k % 2 == 0;
      String address =
          v6
              ? "fd00:10:244:" + (here ? 0 : 1) + "::" + Integer.toHexString(4 * i + k + 1)
              : "10.244." + (i / 60 + (here ? 0 : 128)) + "." + (4 * (i % 60) + k + 1);
      boolean ending = i % 5 == 0;
      endpoints.append(
          String.format(
              Locale.ROOT,
              "{addresses: ['%s'], nodeName: %s, conditions: {ready: %b, serving: true, terminating: %b}}, ",
              address,
              here ? "node-a" : "node-b",
              !ending,
              ending));
    }
    add(
        """
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: s%d-x, namespace: default, labels: {kubernetes.io/service-name: s%d}}
        addressType: %s
        ports: [{name: p, port: 8080, protocol: %s}]
        endpoints: [%s]
        """,
        i, i, v6 ? "IPv6" : "IPv4", protocol(i), endpoints);
  }
}
