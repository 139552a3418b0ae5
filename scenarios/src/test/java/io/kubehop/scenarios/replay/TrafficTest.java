package io.kubehop.scenarios.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.scenarios.file.ScenarioReader;
import io.kubehop.scenarios.load.FailureWindow;
import io.kubehop.scenarios.load.TrafficReport;
import io.kubehop.scenarios.load.TrafficReport.Latency;
import io.kubehop.service.source.SourceReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final String CLUSTER =
      """
      apiVersion: kubehop/v1
      kind: Scenario
      metadata: {name: s}
      objects:
      - apiVersion: v1
        kind: Pod
        metadata: {name: cart-0, namespace: shop, labels: {app: cart}}
        spec: {nodeName: node-b, containers: [{name: c, image: x, ports: [{containerPort: 8080}]}]}
      - apiVersion: v1
        kind: Service
        metadata: {name: cart, namespace: shop}
        spec:
          type: NodePort
          selector: {app: cart}
          clusterIP: 10.96.0.12
          ports: [{port: 80, targetPort: 8080, nodePort: 30080}]
      steps:
      """;

  @Test
  void constant_arrivals_begin_at_the_start_and_end_before_the_end() {
    TrafficReport report = traffic("rate: 10/s, duration: 2s");

    assertThat(report.begun()).isEqualTo(20);
    assertThat(report.succeeded()).isEqualTo(20);
    assertThat(report.windows()).isEmpty();
  }

  @Test
  void poisson_arrivals_have_the_rate_on_average_and_differ_between_seeds() {
    TrafficReport report = traffic("rate: 100/s, duration: 100s, arrivals: poisson");

    assertThat(report.begun()).isBetween(9_500, 10_500).isNotEqualTo(10_000);
  }

  @Test
  void a_range_of_clients_sends_from_all_of_them() {
    List<StepResult> steps =
        run(
            """
            - traffic: {from: external/203.0.113.0/30, to: 'tcp://192.168.0.3:30080', rate: 50/s, duration: 1s}
              expect: {successRate: 1}
            """);

    assertThat(steps.get(0).failures()).isEmpty();
    assertThat(report(steps).begun()).isEqualTo(50);
  }

  @Test
  void a_syn_without_an_answer_is_sent_again_after_1_and_3_seconds() {
    List<StepResult> steps =
        run(
            """
            - {at: 9s, fail: 'link/node-a:node-b'}
            - at: 10s
              traffic: {from: node/node-a, to: 'tcp://10.96.0.12:80', rate: 1/s, duration: 1s}
            - {at: 12s, recover: 'link/node-a:node-b'}
            """);

    assertThat(report(steps, 1).succeeded()).isEqualTo(1);
    assertThat(report(steps, 1).latency(Latency.MAX).orElseThrow())
        .isBetween(Duration.ofSeconds(3), Duration.ofMillis(3010));
  }

  @Test
  void a_client_gives_up_after_its_timeout() {
    List<StepResult> steps =
        run(
            """
            - {at: 9s, fail: 'link/node-a:node-b'}
            - at: 10s
              traffic:
                {from: node/node-a, to: 'http://10.96.0.12', rate: 1/s, duration: 1s, timeout: 2s}
              expect: {successRate: {above: 0.5}, p99: 1s}
            - {at: 12500ms, recover: 'link/node-a:node-b'}
            """);

    assertThat(report(steps, 1).failures()).containsEntry(Outcome.DROPPED, 1);
    assertThat(steps.get(1).failures())
        .first()
        .asString()
        .startsWith("successRate: expected above 0.5 but was 0.0; 1 dropped at 10 s: ");
    assertThat(steps.get(1).failures())
        .last()
        .isEqualTo("p99: expected at most 1s but was nothing: no connection succeeded");
  }

  @Test
  void a_connection_that_meets_a_stale_rule_names_the_endpoint_and_until_when_it_was_there() {
    List<StepResult> steps =
        run(
            """
            - at: 10s
              traffic: {from: node/node-a, to: 'tcp://10.96.0.12:80', rate: 100/s, duration: 10s}
              expect: {successRate: {below: 1}}
            - {at: 12s, fail: pod/shop/cart-0}
            """);

    FailureWindow stale = report(steps).windows().get(0);
    assertThat(steps.get(0).failures()).isEmpty();
    assertThat(stale.first()).isEqualTo(Duration.ofSeconds(12));
    assertThat(stale.cause())
        .matches(
            "endpoint 10\\.244\\.1\\.2 \\(shop/cart-0\\) had failed;"
                + " node-a still had its rule until 13\\.\\d+ s");
    assertThat(report(steps).windows().get(1).outcome()).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void a_source_that_does_not_run_fails_the_step() {
    List<StepResult> steps =
        run(
            """
            - delete: [Pod/shop/cart-0]
            - traffic: {from: pod/shop/cart-0, to: 'tcp://10.96.0.12:80', rate: 1/s, duration: 1s}
            """);

    assertThat(steps.get(1).failures()).containsExactly("there is no Pod shop/cart-0");
  }

  @Test
  void background_packets_are_no_part_of_the_trace_of_a_send() {
    List<StepResult> steps =
        run(
            """
            - {at: 10s, wait: 0s}
            - send: {from: node/node-a, to: 'tcp://10.96.0.12:80'}
            - traffic: {from: node/node-a, to: 'tcp://10.96.0.12:80', rate: 100000/s, duration: 20ms}
            - send: {from: node/node-a, to: 'tcp://10.96.0.12:80'}
            """);

    assertThat(hosts(steps.get(3))).hasSizeGreaterThan(5).isEqualTo(hosts(steps.get(1)));
    assertThat(report(steps, 2).succeeded()).isEqualTo(2000);
  }

  private static List<String> hosts(StepResult send) {
    return send.found().connection().orElseThrow().hops().stream()
        .map(hop -> hop.place().host())
        .toList();
  }

  private static TrafficReport traffic(String shape) {
    return report(
        run(
            "- {at: 5s, traffic: {from: node/node-a, to: 'tcp://10.96.0.12:80', "
                + shape
                + "}}\n"));
  }

  private static TrafficReport report(List<StepResult> steps) {
    return report(steps, 0);
  }

  private static TrafficReport report(List<StepResult> steps, int step) {
    return steps.get(step).found().traffic().orElseThrow();
  }

  private static List<StepResult> run(String steps) {
    String yaml = CLUSTER + steps;
    return ScenarioRun.run(ScenarioReader.read("s.yaml", SourceReader.read("s.yaml", yaml)).get(0))
        .steps();
  }
}
