package io.kubehop.laws;

import io.kubehop.core.net.Protocol;
import java.util.List;

/**
 * A Service, and who calls it.
 *
 * @param nodes the node of each endpoint
 * @param affinitySeconds how long a client keeps its endpoint; 0: each connection goes anywhere
 * @param protocol TCP or UDP
 * @param client whose network namespace the client has
 * @param clientNode the node of a client that is no endpoint
 * @param endpoint which endpoint it is, if it is one
 */
record GeneratedService(
    List<String> nodes,
    int affinitySeconds,
    Protocol protocol,
    Client client,
    String clientNode,
    int endpoint) {
  static final String ADDRESS = "10.96.0.12";

  /** Who calls. */
  enum Client {
    ENDPOINT,
    OTHER_POD,
    NODE
  }

  /** The client is an endpoint, another Pod or a node, by the number. */
  static GeneratedService of(
      List<String> nodes, int affinitySeconds, Protocol protocol, String clientNode, int number) {
    Client client =
        number < nodes.size() ? Client.ENDPOINT : number % 2 == 0 ? Client.OTHER_POD : Client.NODE;
    return new GeneratedService(nodes, affinitySeconds, protocol, client, clientNode, number);
  }

  int size() {
    return nodes.size();
  }

  /** The Pod that calls, if it is one. */
  String clientPod() {
    return client == Client.ENDPOINT ? "cart-" + endpoint : "web-0";
  }

  /** The manifests of the Service, its Pods and the client. */
  String manifests() {
    StringBuilder yaml = new StringBuilder(service());
    for (int i = 0; i < nodes.size(); i++) {
      yaml.append(pod("cart-" + i, "cart", nodes.get(i)));
    }
    return yaml.append(pod("web-0", "web", clientNode)).toString();
  }

  private String service() {
    String affinity =
        affinitySeconds == 0
            ? "sessionAffinity: None"
            : "sessionAffinity: ClientIP\n"
                + "  sessionAffinityConfig: {clientIP: {timeoutSeconds: "
                + affinitySeconds
                + "}}";
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: cart, namespace: shop}
        spec:
          clusterIP: %s
          selector: {app: cart}
          %s
          ports: [{port: 80, targetPort: 8080, protocol: %s}]
        """
        .formatted(ADDRESS, affinity, protocol.name());
  }

  private static String pod(String name, String app, String node) {
    return """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: shop, labels: {app: %s}}
        spec:
          nodeName: %s
          containers:
          - name: main
            image: main
            ports: [{containerPort: 8080, protocol: TCP}, {containerPort: 8080, protocol: UDP}]
        """
        .formatted(name, app, node);
  }
}
