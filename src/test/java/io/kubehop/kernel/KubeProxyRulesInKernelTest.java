package io.kubehop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.scenarios.cli.KubeHop;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The real tool and the real kernel take the rules of a big cluster, and print them back. */
class KubeProxyRulesInKernelTest {
  private static final int SERVICES = 1000;

  @Test
  void the_kernel_takes_the_rules_of_1000_services_and_prints_them_back() {
    System.out.println("rules of " + SERVICES + " Services in " + Kernel.require());
    String printed = rulesOf(manifests());

    Map<String, List<String>> ours = SavedRules.byChain(printed);
    Map<String, List<String>> theirs = SavedRules.byChain(savedByKernel(printed));

    assertThat(ours).hasSizeGreaterThan(2 * SERVICES);
    assertThat(ours.get("nat KUBE-SERVICES")).hasSizeGreaterThanOrEqualTo(SERVICES * 3 / 4);
    assertThat(theirs).containsAllEntriesOf(ours);
  }

  /** Five kinds in turn; every one has an EndpointSlice of its own with 0 to 3 endpoints. */
  private static String manifests() {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: v1
            kind: Node
            metadata: {name: node-a}
            spec: {podCIDR: 10.244.0.0/16, podCIDRs: [10.244.0.0/16]}
            status: {addresses: [{type: InternalIP, address: 192.168.0.2}]}
            """);
    for (int i = 0; i < SERVICES; i++) {
      text.append(service(i)).append(slice(i));
    }
    return text.toString();
  }

  private static String service(int i) {
    String kind =
        switch (i % 5) {
          case 0 -> "type: ClusterIP";
          case 1 -> "type: NodePort, externalTrafficPolicy: Local";
          case 2 -> "type: ClusterIP, sessionAffinity: ClientIP";
          case 3 -> "type: LoadBalancer, loadBalancerSourceRanges: [203.0.113.0/24]";
          default -> "type: ClusterIP, internalTrafficPolicy: Local, externalIPs: [198.51.100.9]";
        };
    return String.format(
        Locale.ROOT,
        """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: s%d, namespace: default}
        spec:
          {%s, clusterIP: 10.96.%d.%d, ports: [{name: p, port: %d, targetPort: 8080, protocol: %s}]}
        %s\
        """,
        i,
        kind,
        1 + i / 250,
        1 + i % 250,
        1000 + i,
        i % 7 == 0 ? "UDP" : "TCP",
        i % 5 == 3 ? "status: {loadBalancer: {ingress: [{ip: 203.0.113.100}]}}\n" : "");
  }

  private static String slice(int i) {
    StringBuilder endpoints = new StringBuilder();
    for (int k = 0; k < i % 4; k++) {
      endpoints.append(
          String.format(
              Locale.ROOT,
              "{addresses: [10.244.%d.%d], nodeName: node-a, conditions: {ready: true}}, ",
              i / 60,
              4 * (i % 60) + k + 1));
    }
    return String.format(
        Locale.ROOT,
        """
        ---
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: s%d-x, namespace: default, labels: {kubernetes.io/service-name: s%d}}
        addressType: IPv4
        ports: [{name: p, port: 8080, protocol: %s}]
        endpoints: [%s]
        """,
        i,
        i,
        i % 7 == 0 ? "UDP" : "TCP",
        endpoints);
  }

  private static String rulesOf(String manifests) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    KubeHop.Streams streams =
        new KubeHop.Streams(
            new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err));
    int code = KubeHop.run(streams, true, "rules", "-f", "-", "--node", "node-a");
    assertThat(code).as(err.toString()).isZero();
    return out.toString();
  }

  private static String savedByKernel(String rules) {
    try (Namespaces namespaces = new Namespaces()) {
      String node = namespaces.add("node");
      List<String> restore = List.of(Kernel.in(node, Kernel.program("restore")));
      Shell.tryWith(rules, restore.toArray(String[]::new)).orFail(restore);
      return Shell.run(Kernel.in(node, Kernel.program("save")));
    }
  }
}
