package io.kubehop.scenarios.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.scenarios.file.ScenarioReader;
import io.kubehop.service.source.SourceReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioRunTest {
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
        spec: {selector: {app: cart}, clusterIP: 10.96.0.12, ports: [{port: 80, targetPort: 8080}]}
      steps:
      """;

  @Test
  void failures_say_what_was_expected_and_what_was() {
    StepResult step =
        run("""
                - send: {from: node/node-a, to: 'tcp://10.96.0.12:80'}
                  expect:
                    outcome: rejected
                    endpoints: ['10.0.0.9:80']
                    pods: [shop/cart-1]
                    chosen: [null]
                    sourceNAT: true
                    sourceIP: 10.0.0.5
                    via: [KUBE-SERVICES, KUBE-NOWHERE]
                """)
            .get(0);

    assertThat(step.failures())
        .startsWith(
            "outcome: expected rejected but was delivered",
            "endpoints: expected [10.0.0.9:80] but was [10.244.1.2:8080]",
            "pods: expected [shop/cart-1] but was [shop/cart-0]",
            "chosen: expected [null] but was [10.244.1.2:8080]",
            "sourceNAT: expected true but was false",
            "sourceIP: expected 10.0.0.5 but was 192.168.0.2");
    assertThat(step.failures()).last().asString().startsWith("via: expected [KUBE-SERVICES, ");
    assertThat(step.found().connection().orElseThrow().text()).isNotEmpty();
  }

  @Test
  void a_step_runs_when_the_one_before_it_has_settled_or_at_its_time() {
    List<StepResult> steps =
        run("- {at: 0s, wait: 1s}\n- wait: 5s\n- {at: 60s, wait: 0s}\n- {at: 60s, wait: 0s}\n");

    assertThat(steps.get(0).time()).isZero();
    assertThat(steps.get(1).time()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(steps.get(2).time()).isEqualTo(Duration.ofSeconds(60));
    assertThat(steps.get(3).time()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void a_step_that_fails_at_run_time_fails_alone() {
    List<StepResult> steps =
        run(
            """
            - delete: [Service/shop/cart]
            - delete: [Service/shop/cart]
            - get: Pod/shop/cart-0
              expect: {fields: {spec.nodeName: node-b, spec.hostname: null}}
            """);

    assertThat(steps).extracting(StepResult::passed).containsExactly(true, false, true);
    assertThat(steps.get(1).failures().get(0)).startsWith("there is no Service shop/cart at ");
  }

  @Test
  void an_expected_error_is_a_part_of_the_message() {
    List<StepResult> steps =
        run(
            """
            - apply: [{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 70000}]}}]
              expect: {error: 'spec.ports[0].port'}
            - apply: [{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 70000}]}}]
              expect: {error: nonsense}
            - wait: 0s
              expect: {error: anything}
            """);

    assertThat(steps.get(0).failures()).isEmpty();
    assertThat(steps.get(1).failures().get(0))
        .startsWith("error: expected \"nonsense\" but was \"");
    assertThat(steps.get(2).failures())
        .containsExactly("error: expected \"anything\" but the step succeeded");
  }

  @Test
  void a_field_is_compared_by_path_and_null_means_absent() {
    StepResult step =
        run("""
                - get: Service/shop/cart
                  expect:
                    fields: {spec.clusterIP: 10.96.0.13, spec.type: null, spec.externalIPs: null}
                    sliceSizes: [2]
                """)
            .get(0);

    assertThat(step.failures())
        .containsExactly(
            "spec.clusterIP: expected 10.96.0.13 but was 10.96.0.12",
            "spec.type: expected absent but was ClusterIP",
            "sliceSizes: expected [2] but was [1]");
  }

  @Test
  void slices_are_compared_in_the_fields_that_are_given() {
    StepResult step =
        run("""
                - get: Service/shop/cart
                  expect:
                    slices:
                    - addressType: IPv4
                      ports: [{port: 8080, protocol: TCP}]
                      endpoints:
                      - {addresses: [10.244.1.2], nodeName: node-b, targetRef: Pod/shop/cart-0}
                """)
            .get(0);

    assertThat(step.failures()).isEmpty();
  }

  @Test
  void several_connections_take_the_ports_one_after_another() {
    StepResult step =
        run("- send: {from: pod/shop/cart-0, to: 'udp://10.244.1.2:53', sourcePort: 4000, count: 2}\n")
            .get(0);

    assertThat(step.found().connection().orElseThrow().made()).hasSize(2);
  }

  private static List<StepResult> run(String steps) {
    String yaml = CLUSTER + steps;
    return ScenarioRun.run(ScenarioReader.read("s.yaml", SourceReader.read("s.yaml", yaml)).get(0))
        .steps();
  }
}
