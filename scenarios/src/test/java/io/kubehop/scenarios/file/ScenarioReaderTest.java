package io.kubehop.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.net.SocketAddress;
import io.kubehop.service.source.InvalidInputException;
import io.kubehop.service.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioReaderTest {
  private static final String HEAD =
      "apiVersion: kubehop/v1\nkind: Scenario\nmetadata: {name: s}\n";

  @Test
  void a_name_is_enough() {
    Scenario scenario = read(HEAD);

    assertThat(scenario.name()).isEqualTo("s");
    assertThat(scenario.cluster()).isEqualTo(ClusterSpec.DEFAULT);
    assertThat(scenario.steps()).isEmpty();
  }

  @Test
  void a_send_has_all_its_fields() {
    Scenario scenario =
        read(
            HEAD
                + """
                steps:
                - name: one
                  at: 1500ms
                  send:
                    from: node/node-a
                    to: tcp://10.96.0.1:80
                    sourcePort: 40001
                    count: 3
                  expect:
                    outcome: [delivered, dropped]
                    chosen: ['10.0.0.1:80', null]
                    distribution: {'10.0.0.1:80': 0.5}
                """);

    Step.Send send = (Step.Send) scenario.steps().get(0);
    assertThat(send.header().at()).contains(Duration.ofMillis(1500));
    assertThat(send.request().count()).isEqualTo(3);
    assertThat(send.request().sourcePort()).contains(40001);
    assertThat(send.expect().outcomes()).contains(List.of(Outcome.DELIVERED, Outcome.DROPPED));
    SocketAddress endpoint = SocketAddress.parse("10.0.0.1:80");
    assertThat(send.expect().chosen()).contains(List.of(Optional.of(endpoint), Optional.empty()));
    assertThat(send.expect().distribution().orElseThrow()).containsEntry(endpoint, 0.5);
  }

  @Test
  void every_action_of_the_contract_is_read_also_where_it_cannot_be_done_yet() {
    Scenario scenario =
        read(
            HEAD
                + """
                steps:
                - resolve: {from: node/node-a, name: cart, type: SRV, libc: musl}
                  expect: {rcode: NXDOMAIN, answers: [], queries: [cart.]}
                - fail: node/node-a
                - recover: link/node-a:node-b
                - wait: 30s
                - traffic: {from: node/node-a, to: 'http://cart/', rate: 200/s, duration: 60s, arrivals: poisson}
                  expect: {successRate: {above: 0, below: 1}, p99: 20ms}
                - get: Node/node-a
                  expect: {fields: {spec.unschedulable: null}}
                """);

    assertThat(scenario.steps())
        .extracting(step -> step.action().toString())
        .containsExactly("resolve", "fail", "recover", "wait", "traffic", "get");
    Step.Traffic traffic = (Step.Traffic) scenario.steps().get(4);
    assertThat(traffic.traffic().interval()).isEqualTo(Duration.ofMillis(5));
    assertThat(traffic.traffic().timeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void problems_come_together_in_order_of_place() {
    assertThat(
            problems(
                HEAD
                    + """
                    cluster: {proxyMode: ebpf}
                    steps:
                    - name: one
                      sned: {}
                    - send: {from: pod/shop/ghost, to: 10.0.0.1}
                      expect: {outcom: delivered}
                    """))
        .containsExactly(
            "s.yaml:4:22: cluster.proxyMode: \"ebpf\" is not one of userspace, iptables, ipvs, nftables",
            "s.yaml:7:3: steps[0].sned: unknown action; a step has one of send, resolve, apply, delete,"
                + " fail, recover, ready, wait, get, traffic; did you mean send?",
            "s.yaml:8:36: steps[1].send.to: \"10.0.0.1\" cannot be called: a scheme is missing; write"
                + " tcp://, udp:// or sctp:// with ADDRESS:PORT or NAME:PORT, or http://HOST/PATH",
            "s.yaml:9:12: steps[1].expect.outcom: unknown field; did you mean outcome?");
  }

  @Test
  void what_no_object_could_be_is_dangling() {
    assertThat(
            problems(
                HEAD
                    + """
                    objects:
                    - {apiVersion: v1, kind: Pod, metadata: {name: web-0}}
                    steps:
                    - send: {from: pod/default/web-1, node: node-c, to: 'tcp://10.0.0.1:80'}
                    - delete: [Service/default/web]
                    """))
        .containsExactly(
            "s.yaml:7:16: steps[0].send.from: there is no Pod default/web-1; did you mean default/web-0?",
            "s.yaml:7:41: steps[0].send.node: there is no Node node-c; did you mean node-a?",
            "s.yaml:8:12: steps[1].delete[0]: there is no Service default/web");
  }

  @Test
  void what_a_controller_makes_or_a_step_applies_is_not_dangling() {
    read(
        HEAD
            + """
            objects:
            - apiVersion: apps/v1
              kind: Deployment
              metadata: {name: web}
              spec:
                selector: {matchLabels: {a: b}}
                template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: i}]}}
            steps:
            - send: {from: pod/default/web-0, to: 'tcp://10.0.0.1:80'}
            - get: Service/default/late
            - apply:
              - {apiVersion: v1, kind: Service, metadata: {name: late}, spec: {ports: [{port: 80}]}}
            """);
  }

  @Test
  void times_do_not_fall() {
    assertThat(problems(HEAD + "steps:\n- {at: 2s, wait: 0s}\n- wait: 1s\n- {at: 1s, wait: 0s}\n"))
        .containsExactly(
            "s.yaml:7:8: steps[2].at: 1s is before the step above it, which runs at 2s");
  }

  @Test
  void nodes_are_told_apart() {
    assertThat(
            problems(
                HEAD
                    + """
                    cluster:
                      nodes:
                      - {name: a, addresses: [10.0.0.1], podCIDRs: [10.1.0.0/24]}
                      - {name: b, addresses: [10.0.0.1], podCIDRs: [10.1.0.128/25]}
                    """))
        .containsExactly(
            "s.yaml:7:27: cluster.nodes[1].addresses[0]: 10.0.0.1 is the address of"
                + " cluster.nodes[0].addresses[0] too",
            "s.yaml:7:49: cluster.nodes[1].podCIDRs[0]: 10.1.0.128/25 overlaps with 10.1.0.0/24 of"
                + " cluster.nodes[0].podCIDRs[0]");
  }

  @Test
  void manifests_are_found_beside_the_scenario(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("svc.yaml"),
        "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80}]}}");
    Path file = folder.resolve("s.yaml");
    Files.writeString(file, HEAD + "manifests: ['svc.*', missing.yaml]\n");

    assertThatThrownBy(() -> ScenarioReader.read(file.toString()))
        .hasMessageContaining("s.yaml:4:22: manifests[1]: ")
        .hasMessageContaining("missing.yaml: there is no such file");
    Files.writeString(file, HEAD + "manifests: ['svc.*']\n");
    assertThat(ScenarioReader.read(file.toString()).get(0).objects()).hasSize(1);
  }

  @Test
  void the_schema_describes_the_fields_that_are_read() {
    String schema = ScenarioSchema.tree().toString();

    assertThat(schema).contains("upstreamDNS", "iptablesSave", "responseHeaders", "successRate");
  }

  private static Scenario read(String yaml) {
    return ScenarioReader.read("s.yaml", SourceReader.read("s.yaml", yaml)).get(0);
  }

  private static List<String> problems(String yaml) {
    return catchThrowableOfType(InvalidInputException.class, () -> read(yaml)).lines();
  }
}
