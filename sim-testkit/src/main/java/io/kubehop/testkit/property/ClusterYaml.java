package io.kubehop.testkit.property;

import java.util.List;

/** Writes the manifests of a generated cluster, and no field that has its default. */
final class ClusterYaml {
  private static final String NAMESPACE = "test";

  private final GeneratedCluster cluster;
  private final StringBuilder text = new StringBuilder();

  ClusterYaml(GeneratedCluster cluster) {
    this.cluster = cluster;
  }

  String text() {
    if (cluster.nodes() != 2) {
      for (int i = 0; i < cluster.nodes(); i++) {
        node(i);
      }
    }
    for (int i = 0; i < cluster.services().size(); i++) {
      service(i, cluster.services().get(i));
      List<GeneratedEndpoint> endpoints = cluster.services().get(i).endpoints();
      for (int j = 0; j < endpoints.size(); j++) {
        pod(i, j, cluster.services().get(i).protocol(), endpoints.get(j));
      }
    }
    if (!cluster.routes().isEmpty()) {
      ingress();
    }
    return text.toString();
  }

  private void document(String apiVersion, String kind, String metadata) {
    if (text.length() > 0) {
      line("---");
    }
    line("apiVersion: " + apiVersion);
    line("kind: " + kind);
    line("metadata: {" + metadata + "}");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private void node(int number) {
    document("v1", "Node", "name: " + cluster.node(number));
    line("spec: {podCIDR: 10.244." + number + ".0/24}");
    line("status:");
    line("  addresses: [{type: InternalIP, address: 192.168.0." + (2 + number) + "}]");
    line("  conditions: [{type: Ready, status: 'True'}]");
  }

  private void service(int number, GeneratedService service) {
    String name = cluster.service(number);
    document("v1", "Service", "name: " + name + ", namespace: " + NAMESPACE);
    line("spec:");
    line("  clusterIP: " + cluster.address(number));
    line("  selector: {app: " + name + "}");
    line("  ports: [{port: 80, targetPort: 8080" + protocol(service.protocol()) + "}]");
    if (service.internallyLocal()) {
      line("  internalTrafficPolicy: Local");
    }
    if (service.affinity()) {
      line("  sessionAffinity: ClientIP");
    }
    if (service.nodePort()) {
      line("  type: NodePort");
    }
    if (service.nodePort() && service.externallyLocal()) {
      line("  externalTrafficPolicy: Local");
    }
  }

  private static String protocol(String protocol) {
    return protocol.equals("TCP") ? "" : ", protocol: " + protocol;
  }

  private void pod(int service, int number, String protocol, GeneratedEndpoint endpoint) {
    String app = cluster.service(service);
    GeneratedEndpoint.Condition condition = endpoint.condition();
    String ending =
        condition.isTerminating()
            ? ", deletionTimestamp: '2025-01-02T00:00:00Z', deletionGracePeriodSeconds: 86400"
            : "";
    document(
        "v1",
        "Pod",
        "name: "
            + app
            + "-"
            + number
            + ", namespace: "
            + NAMESPACE
            + ", labels: {app: "
            + app
            + "}"
            + ending);
    line("spec:");
    line("  nodeName: " + cluster.node(endpoint.node()));
    line(
        "  containers: [{name: main, image: main, ports: [{containerPort: 8080"
            + protocol(protocol)
            + "}]}]");
    int node = endpoint.node() % cluster.nodes();
    int address = 10 + service * 20 + number;
    line(
        "status: {phase: Running, podIP: 10.244."
            + node
            + "."
            + address
            + ", conditions: [{type: Ready, status: '"
            + (condition.isReady() ? "True" : "False")
            + "'}]}");
  }

  private void ingress() {
    document("networking.k8s.io/v1", "IngressClass", "name: nginx");
    line("spec: {controller: k8s.io/ingress-nginx}");
    document("networking.k8s.io/v1", "Ingress", "name: all, namespace: " + NAMESPACE);
    line("spec:");
    line("  ingressClassName: nginx");
    line("  rules:");
    for (GeneratedRoute route : cluster.routes()) {
      line("  - http:");
      line("      paths:");
      line("      - path: " + route.path());
      line("        pathType: " + route.pathType());
      line(
          "        backend: {service: {name: "
              + cluster.service(route.service())
              + ", port: {number: 80}}}");
      if (!route.host().isEmpty()) {
        line("    host: " + route.host());
      }
    }
  }
}
