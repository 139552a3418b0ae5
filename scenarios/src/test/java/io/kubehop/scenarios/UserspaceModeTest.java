package io.kubehop.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpFamily;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Request;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserspaceModeTest {
  private static final String CLUSTER =
      """
      apiVersion: kubehop/v1
      kind: Scenario
      metadata: {name: userspace}
      cluster: {proxyMode: userspace}
      ---
      """;

  private final ClusterSimulation cluster =
      ClusterSimulation.fromYaml(
          CLUSTER
              + pod("client", "client", "node-a")
              + pod("web-0", "web", "node-a")
              + pod("web-1", "web", "node-b")
              + pod("web-2", "web", "node-b")
              + service("web", "10.96.0.11", "selector: {app: web}", "TCP")
              + service("names", "10.96.0.12", "selector: {app: web}", "UDP")
              + service(
                  "sticky", "10.96.0.13", "selector: {app: web}, sessionAffinity: ClientIP", "TCP")
              + service("idle", "10.96.0.14", "selector: {app: nobody}", "TCP")
              + service(
                  "outer",
                  "10.96.0.15",
                  "selector: {app: web}, type: NodePort, externalTrafficPolicy: Local",
                  "TCP"));

  private static String pod(String name, String app, String node) {
    return """
        apiVersion: v1
        kind: Pod
        metadata: {name: NAME, namespace: shop, labels: {app: APP}}
        spec:
          nodeName: NODE
          containers:
          - {name: c, image: x, ports: [{containerPort: 8080}, {containerPort: 8080, protocol: UDP}]}
        ---
        """
        .replace("NAME", name)
        .replace("APP", app)
        .replace("NODE", node);
  }

  private static String service(String name, String address, String spec, String protocol) {
    return """
        apiVersion: v1
        kind: Service
        metadata: {name: NAME, namespace: shop}
        spec: {clusterIP: ADDRESS, SPEC, ports: [{port: 80, targetPort: 8080, protocol: PROTOCOL}]}
        ---
        """
        .replace("NAME", name)
        .replace("ADDRESS", address)
        .replace("SPEC", spec)
        .replace("PROTOCOL", protocol);
  }

  private Connection send(String to, int count) {
    return cluster.send(Request.of("pod/shop/client", to).withCount(count));
  }

  @Test
  void connections_take_turns_and_any_turn_can_be_next() {
    Connection connection = send("tcp://10.96.0.11:80", 6);

    assertThat(connection.pods()).containsExactly("shop/web-0", "shop/web-1", "shop/web-2");
    List<?> chosen = connection.chosen();
    assertThat(chosen.subList(0, 3)).doesNotHaveDuplicates().isEqualTo(chosen.subList(3, 6));
  }

  @Test
  void the_endpoint_sees_the_node() {
    Connection connection = send("tcp://10.96.0.11:80", 3);

    assertThat(connection.sourceNAT()).containsExactly(true);
    assertThat(connection.sourceIPs()).extracting(Object::toString).containsOnly("192.168.0.2");
  }

  @Test
  void datagrams_are_carried_on_as_well() {
    Connection connection = send("udp://10.96.0.12:80", 3);

    assertThat(connection.outcomes()).containsExactly(Outcome.DELIVERED);
    assertThat(connection.pods()).hasSize(3);
  }

  @Test
  void a_client_with_affinity_keeps_its_endpoint_until_it_has_been_silent_for_too_long() {
    Connection first = send("tcp://10.96.0.13:80", 4);
    Connection soon = send("tcp://10.96.0.13:80", 1);
    cluster.advance(Duration.ofHours(4));
    Connection late = send("tcp://10.96.0.13:80", 1);

    assertThat(first.chosen()).containsOnly(first.chosen().get(0));
    assertThat(soon.endpoints()).hasSize(1);
    assertThat(late.endpoints()).hasSize(3);
  }

  @Test
  void an_endpoint_that_does_not_answer_is_left_for_the_next_one() {
    cluster.fail("link/node-a:node-b");

    Connection connection = send("tcp://10.96.0.11:80", 1);

    assertThat(connection.pods()).containsExactly("shop/web-0");
    assertThat(connection.outcomes()).contains(Outcome.DELIVERED);
  }

  @Test
  void without_endpoints_the_connection_is_accepted_and_broken_off() {
    assertThat(send("tcp://10.96.0.14:80", 1).outcomes()).containsExactly(Outcome.REFUSED);
  }

  @Test
  void traffic_policies_play_no_part() {
    String rules = cluster.rules("node-a", IpFamily.IPV4);
    int at = rules.indexOf("--dport 3");
    String nodePort = rules.substring(at + 8, at + 13);

    Connection connection =
        cluster.send("external/203.0.113.9", "tcp://192.168.0.2:" + nodePort.strip());

    assertThat(connection.pods()).hasSize(3);
  }

  @Test
  void rules_are_followed_by_what_the_proxies_listen_on() {
    String text = cluster.rules("node-b", IpFamily.IPV4);

    assertThat(text.substring(text.indexOf("# listeners\n")).lines())
        .hasSize(6)
        .element(5)
        .asString()
        .matches("tcp 192\\.168\\.0\\.3:\\d{5} shop/web");
    assertThat(text)
        .contains(
            "-A KUBE-PORTALS-HOST -d 10.96.0.12/32 -p udp -m comment --comment \"shop/names\"");
  }

  @Test
  void a_service_that_is_gone_takes_its_proxy_along() {
    cluster.delete("Service/shop/web");

    assertThat(cluster.rules("node-a", IpFamily.IPV4)).doesNotContain("shop/web");
    assertThat(send("tcp://10.96.0.11:80", 1).outcomes()).doesNotContain(Outcome.DELIVERED);
  }
}
