package io.kubehop.kubeproxy;

import java.util.List;

/** Texts of manifests for tests. */
public final class Manifests {
  private Manifests() {}

  /** A node with the next Pod range. */
  public static String node(String name, String address, String zone) {
    return """
        apiVersion: v1
        kind: Node
        metadata: {name: %s, labels: {topology.kubernetes.io/zone: %s}}
        status:
          addresses: [{type: InternalIP, address: %s}]
        """
        .formatted(name, zone, address);
  }

  /** Two nodes in one zone, {@code a} at 192.168.0.2 and {@code b} at 192.168.0.3. */
  public static String twoNodes() {
    return node("a", "192.168.0.2", "z1") + "---\n" + node("b", "192.168.0.3", "z1");
  }

  /** A Service {@code ns/NAME} with TCP port {@code http} 80, and further lines of its spec. */
  public static String service(String name, String clusterIP, String... spec) {
    return serviceOf(name, clusterIP, "{name: http, port: 80, targetPort: 8080}", spec);
  }

  /** A Service with a port of one's own choice. */
  public static String serviceOf(String name, String clusterIP, String port, String... spec) {
    return """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: %s, namespace: ns}
        spec:
          clusterIP: "%s"
          clusterIPs: ["%s"]
          ports: [%s]
        """
            .formatted(name, clusterIP, clusterIP, port)
        + String.join("", List.of(spec).stream().map(line -> "  " + line + "\n").toList());
  }

  /** A status with one load balancer address. */
  public static String balancedAt(String address) {
    return "status: {loadBalancer: {ingress: [{ip: %s}]}}\n".formatted(address);
  }

  /** A slice of a Service, with port {@code http} 8080. */
  public static String slice(String service, String... endpoints) {
    return sliceOf(service, "IPv4", "{name: http, port: 8080, protocol: TCP}", endpoints);
  }

  /** A slice with a port of one's own choice. */
  public static String sliceOf(
      String service, String addressType, String port, String... endpoints) {
    return """
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: %s-1, namespace: ns, labels: {kubernetes.io/service-name: %s}}
        addressType: %s
        ports: [%s]
        endpoints: [%s]
        """
        .formatted(service, service, addressType, port, String.join(", ", endpoints));
  }

  /** A ready endpoint. */
  public static String endpoint(String address, String node) {
    return "{addresses: ['%s'], nodeName: %s, conditions: {ready: true}}".formatted(address, node);
  }
}
