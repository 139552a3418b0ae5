package io.kubehop.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.IpFamily;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.connection.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IpvsModeTest {
  private static final String OBJECTS =
      """
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web-0, namespace: shop}
      spec: {nodeName: node-a, containers: [{name: c, image: x}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: cart-0, namespace: shop, labels: {app: cart}}
      spec: {nodeName: node-a, containers: [{name: c, image: x, ports: [{containerPort: 8080}]}]}
      status: {podIP: 10.244.0.10}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: cart-1, namespace: shop, labels: {app: cart}}
      spec: {nodeName: node-b, containers: [{name: c, image: x, ports: [{containerPort: 8080}]}]}
      status: {podIP: 10.244.1.10}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec:
        type: NodePort
        clusterIP: 10.96.0.12
        selector: {app: cart}
        ports: [{port: 80, targetPort: 8080, nodePort: 30080}]
      """;

  private final ClusterSimulation cluster =
      ClusterSimulation.fromYaml(
          """
          apiVersion: kubehop/v1
          kind: Scenario
          metadata: {name: ipvs}
          cluster: {proxyMode: ipvs}
          """
              + OBJECTS);

  @Test
  void connections_take_turns_and_any_endpoint_can_be_next() {
    Connection calls =
        cluster.send(Request.of("pod/shop/web-0", "tcp://10.96.0.12:80").withCount(3));

    assertThat(calls.endpoints().toString()).isEqualTo("[10.244.0.10:8080, 10.244.1.10:8080]");
    assertThat(calls.distribution().toString()).isEqualTo("{10.244.1.10:8080=1.0}");
    assertThat(calls.chosen().toString())
        .isEqualTo(
            "[Optional[10.244.1.10:8080], Optional[10.244.0.10:8080],"
                + " Optional[10.244.1.10:8080]]");
    assertThat(calls.sourceNAT()).containsExactly(false);
  }

  @Test
  void the_text_names_the_virtual_server_the_scheduler_and_the_real_server() {
    Connection call = cluster.send("pod/shop/web-0", "tcp://10.96.0.12:80");

    assertThat(call.toString())
        .contains("ipvs:10.96.0.12:80 rr => 10.244.1.10:8080")
        .contains("by -A -t 10.96.0.12:80 -s rr");
  }

  @Test
  void rules_are_three_texts() {
    String text = cluster.rules("node-a", IpFamily.IPV4);

    assertThat(text)
        .containsSubsequence(
            "*filter",
            "# ipvsadm-save -n\n",
            "-A -t 192.168.0.2:30080 -s rr\n",
            "-A -t 10.96.0.12:80 -s rr\n-a -t 10.96.0.12:80 -r 10.244.0.10:8080 -m -w 1\n",
            "# ipset save\n",
            "create KUBE-CLUSTER-IP hash:ip,port family inet hashsize 1024 maxelem 65536\n");
  }

  @Test
  void what_was_printed_can_stand_on_a_node_again(@TempDir Path folder) throws IOException {
    String[] texts = cluster.rules("node-a", IpFamily.IPV4).split("# ip.*\n", -1);
    List<String> names = List.of("rules.txt", "ipvs.txt", "sets.txt");
    for (int i = 0; i < names.size(); i++) {
      Files.writeString(folder.resolve(names.get(i)), texts[i]);
    }
    Path scenario = folder.resolve("captured.yaml");
    Files.writeString(
        scenario,
        """
        apiVersion: kubehop/v1
        kind: Scenario
        metadata: {name: captured}
        cluster:
          nodes:
          - name: node-a
            addresses: [192.168.0.2]
            podCIDRs: [10.244.0.0/24]
            iptablesSave: rules.txt
            ipvsadmSave: ipvs.txt
            ipsetSave: sets.txt
            sysctls: {net.ipv4.vs.conn_reuse_mode: 0}
          - {name: node-b, addresses: [192.168.0.3], podCIDRs: [10.244.1.0/24]}
        """
            + OBJECTS);
    ClusterSimulation captured = ClusterSimulation.from(scenario);

    Connection inside = captured.send("pod/shop/web-0", "tcp://10.96.0.12:80");
    Connection outside =
        captured.send(
            Request.of("external/203.0.113.9", "tcp://192.168.0.2:30080").withNode("node-a"));

    assertThat(captured.findings()).isEmpty();
    assertThat(inside.endpoints()).hasSize(2);
    assertThat(outside.outcomes()).containsExactly(Outcome.DELIVERED);
    assertThat(outside.sourceNAT()).containsExactly(true);
    assertThat(captured.rules("node-a", IpFamily.IPV4)).startsWith(texts[0]);
  }
}
