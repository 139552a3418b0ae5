package io.kubehop.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpFamily;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real connections through the rules that a simulated kube-proxy wrote, compared with what
 * exploring the same connections finds.
 */
class ServiceConnectionsInKernelTest {
  private static final int PATIENCE = 3000;
  private static final int FIRST_PORT = 20_000;

  /** With three endpoints, one in 10^7 runs misses one. */
  private static final int REPETITIONS = 40;

  private static final Machine NODE = new Machine("node", "192.168.0.2", List.of(10250));
  private static final Machine CLIENT = new Machine("client", "203.0.113.7", List.of(80));
  private static final List<Machine> PODS =
      List.of(pod("p0", 10), pod("p1", 11), pod("p2", 12), pod("p3", 13));

  private static int nextPort = FIRST_PORT;
  private static Lab lab;
  private static ClusterSimulation cluster;

  private static Machine pod(String name, int number) {
    return new Machine(name, "10.244.0." + number, List.of(8080));
  }

  @BeforeAll
  static void load() {
    System.out.println("connections to Services in " + Kernel.require());
    cluster = ClusterSimulation.fromYaml(manifests());
    lab = Lab.open(NODE, CLIENT, PODS);
    lab.sysctl("net/ipv4/conf/all/route_localnet", 1); // as kube-proxy sets it
    lab.load(cluster.rules("node", IpFamily.IPV4));
  }

  @AfterAll
  static void close() {
    if (lab != null) {
      lab.close();
    }
  }

  private static String manifests() {
    StringBuilder text =
        new StringBuilder(
            """
            apiVersion: v1
            kind: Node
            metadata: {name: node}
            spec: {podCIDR: 10.244.0.0/24, podCIDRs: [10.244.0.0/24]}
            status: {addresses: [{type: InternalIP, address: 192.168.0.2}]}
            """);
    PODS.forEach(pod -> text.append(manifest(pod)));
    text.append(service("one", "10.96.0.11", "selector: {name: p1}"))
        .append(service("two", "10.96.0.12", "selector: {two: 'yes'}"))
        .append(service("three", "10.96.0.13", "selector: {three: 'yes'}"))
        .append(service("none", "10.96.0.14", "selector: {name: nobody}"))
        .append(
            service("sticky", "10.96.0.15", "selector: {three: 'yes'}, sessionAffinity: ClientIP"))
        .append(
            service(
                "outer",
                "10.96.0.16",
                "selector: {three: 'yes'}, type: NodePort",
                "nodePort: 30080"))
        .append(
            service(
                "local",
                "10.96.0.17",
                "selector: {two: 'yes'}, type: NodePort, externalTrafficPolicy: Local",
                "nodePort: 30081"))
        .append(
            service(
                "empty",
                "10.96.0.18",
                "selector: {name: nobody}, type: NodePort",
                "nodePort: 30082"));
    return text.toString();
  }

  private static String manifest(Machine pod) {
    String labels =
        switch (pod.name()) {
          case "p1", "p2" -> ", two: 'yes', three: 'yes'";
          case "p3" -> ", three: 'yes'";
          default -> "";
        };
    return String.format(
        Locale.ROOT,
        """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: %1$s, namespace: default, labels: {name: %1$s%2$s}}
        spec: {nodeName: node, containers: [{name: c, image: echo, ports: [{containerPort: 8080}]}]}
        status:
          phase: Running
          podIP: %3$s
          podIPs: [{ip: %3$s}]
          conditions: [{type: Ready, status: "True"}]
        """,
        pod.name(),
        labels,
        pod.address());
  }

  private static String service(String name, String ip, String spec, String... port) {
    return String.format(
        Locale.ROOT,
        """
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: %s, namespace: default}
        spec: {clusterIP: %s, %s, ports: [{port: 80, targetPort: 8080%s}]}
        """,
        name,
        ip,
        spec,
        port.length == 0 ? "" : ", " + port[0]);
  }

  @ParameterizedTest(name = "{0} calls {1}:{2}")
  @CsvSource({
    // one, two and three endpoints, among them the caller itself (hairpin)
    "p0, 10.96.0.11, 80",
    "p1, 10.96.0.11, 80",
    "p0, 10.96.0.12, 80",
    "p0, 10.96.0.13, 80",
    "p3, 10.96.0.13, 80",
    "node, 10.96.0.13, 80",
    // no endpoints: refused at the cluster IP and at the node port
    "p0, 10.96.0.14, 80",
    "node, 10.96.0.14, 80",
    "client, 192.168.0.2, 30082",
    // node ports, of all and of local endpoints
    "client, 192.168.0.2, 30080",
    "p0, 192.168.0.2, 30080",
    "node, 192.168.0.2, 30080",
    "node, 127.0.0.1, 30080",
    "client, 192.168.0.2, 30081",
    "p0, 192.168.0.2, 30081",
    "node, 192.168.0.2, 30081",
    // what no Service has
    "p0, 192.168.0.2, 30083",
    "p0, 10.244.0.13, 8080",
    "p0, 10.244.0.13, 81",
    "client, 10.244.0.13, 8080",
  })
  void the_kernel_does_what_exploring_found(String from, String address, int port) {
    Connection explored = cluster.send(Request.of(source(from), "tcp://" + address + ":" + port));

    List<Answer> real = lab.call(calls(from, address, port, REPETITIONS), PATIENCE);

    assertThat(outcomes(real)).as(explored.toString()).isEqualTo(outcomes(explored));
    assertThat(seen(real)).as(explored.toString()).isEqualTo(seen(explored));
  }

  @Test
  void affinity_keeps_each_client_at_one_of_the_endpoints_that_exploring_found() {
    Set<String> explored = seen(cluster.send(Request.of("pod/default/p0", "tcp://10.96.0.15:80")));
    List<Answer> first = lab.call(calls("p0", "10.96.0.15", 80, 1), PATIENCE);

    List<Answer> later = lab.call(calls("p0", "10.96.0.15", 80, REPETITIONS), PATIENCE);

    assertThat(explored).hasSize(3).containsAll(seen(first));
    assertThat(seen(later)).isEqualTo(seen(first));
  }

  private static String source(String name) {
    return switch (name) {
      case "node" -> "node/node";
      case "client" -> "external/" + CLIENT.address();
      default -> "pod/default/" + name;
    };
  }

  private static List<RealCall> calls(String from, String address, int port, int count) {
    List<RealCall> calls = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      calls.add(new RealCall(from, "tcp", address, port, nextPort++));
    }
    return calls;
  }

  private static Set<String> outcomes(List<Answer> answers) {
    return answers.stream().map(Answer::errno).collect(Collectors.toCollection(TreeSet::new));
  }

  /** As a program is told: a closed port and a rule that refuses look the same. */
  private static Set<String> outcomes(Connection explored) {
    return explored.ways().stream()
        .map(way -> way.ending().failure().map(failure -> failure.error().name()).orElse(""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> seen(List<Answer> answers) {
    return answers.stream()
        .filter(Answer::isDelivered)
        .map(answer -> answer.endpoint() + " from " + answer.client())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> seen(Connection explored) {
    return explored.ways().stream()
        .map(way -> way.ending())
        .filter(ending -> ending.outcome() == Outcome.DELIVERED)
        .map(ending -> ending.endpoint().orElseThrow() + " from " + ending.sourceIP().orElseThrow())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
