package io.kubehop.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeHopTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: cart-0, namespace: shop, labels: {app: cart}}
      spec: {containers: [{name: c, image: x, ports: [{containerPort: 8080}]}]}
      """;
  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart, namespace: shop}
      spec: {selector: {app: cart}, clusterIP: 10.96.0.12, ports: [{port: 80, targetPort: 8080}]}
      """;
  private static final String SCENARIO =
      """
      apiVersion: kubehop/v1
      kind: Scenario
      metadata: {name: NAME}
      steps:
      - {name: one, send: {from: node/node-a, to: 'tcp://192.168.0.3:22'}, expect: {outcome: OUTCOME}}
      """;

  private static final String TO_A_SERVICE =
      """
      apiVersion: kubehop/v1
      kind: Scenario
      metadata: {name: to-a-service}
      cluster: {proxyMode: iptables}
      objects:
      - {apiVersion: v1, kind: Pod, metadata: {name: cart, labels: {app: cart}}, spec: {containers: [{name: c, image: x}]}}
      - apiVersion: v1
        kind: Service
        metadata: {name: cart}
        spec: {selector: {app: cart}, clusterIP: 10.96.0.12, ports: [{port: 80}]}
      steps:
      - {send: {from: node/node-a, to: 'tcp://10.96.0.12:80'}, expect: {outcome: dropped}}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void version_is_that_of_the_build() {
    assertThat(run("--version")).isZero();

    assertThat(out.toString()).matches("kubehop \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void help_goes_to_standard_output() {
    assertThat(run("--help")).isZero();

    assertThat(out.toString()).startsWith("Usage: kubehop").contains("trace", "replay", "get");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void an_unknown_option_is_one_line_and_exit_code_2() {
    assertThat(run("--sead=1")).isEqualTo(2);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).matches("error: Unknown option: '--sead=1'\\R");
  }

  @Test
  void a_port_that_cannot_be_is_named_with_what_would_be_right() {
    assertThat(run("dns-serve", "-f", "x.yaml", "--port", "70000")).isEqualTo(2);

    assertThat(err.toString()).isEqualTo("error: --port: '70000' is not a port from 0 to 65535\n");
  }

  @Test
  void no_command_is_one_line_and_exit_code_2() {
    assertThat(run()).isEqualTo(2);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).matches("error: a command is missing; .*\\R");
  }

  @Test
  void a_wrong_value_is_named_with_its_option() {
    assertThat(run("replay", "--seed", "lucky", "x.yaml")).isEqualTo(2);

    assertThat(err.toString()).isEqualTo("error: --seed: 'lucky' is not a whole number\n");
  }

  @Test
  void replay_exits_with_0_where_every_expectation_held() throws IOException {
    Path file = scenario("good.yaml", "delivered");

    assertThat(run("replay", file.toString())).isZero();

    assertThat(out.toString()).startsWith("pass  good.yaml").endsWith("1 passed, 0 failed\n");
  }

  @Test
  void replay_exits_with_1_where_an_expectation_did_not_hold() throws IOException {
    Path file = scenario("bad.yaml", "refused");

    assertThat(run("replay", file.toString())).isEqualTo(1);

    assertThat(out.toString())
        .contains("steps[0]  one")
        .contains("outcome: expected refused but was delivered")
        .contains("Request  node/node-a -> tcp://192.168.0.3:22")
        .endsWith("0 passed, 1 failed\n");
  }

  @Test
  void replay_exits_with_2_where_a_file_cannot_be_loaded_and_runs_the_others() throws IOException {
    scenario("a-good.yaml", "delivered");
    Files.writeString(folder.resolve("b-broken.yaml"), "apiVersion: kubehop/v1\nkind: Scenario\n");
    Files.writeString(folder.resolve("c-other.yaml"), "key: [unclosed");
    Files.writeString(folder.resolve("d-manifest.yaml"), POD);

    assertThat(run("replay", folder.toString())).isEqualTo(2);

    assertThat(out.toString()).contains("pass  a-good.yaml").endsWith("1 passed, 1 failed\n");
    assertThat(err.toString())
        .isEqualTo("error: " + folder.resolve("b-broken.yaml") + ":1:1: metadata: is required\n");
  }

  @Test
  void a_folder_without_scenarios_is_bad_usage() throws IOException {
    Files.writeString(folder.resolve("manifest.yaml"), POD);

    assertThat(run("replay", folder.toString())).isEqualTo(2);

    assertThat(err.toString()).isEqualTo("error: " + folder + ": no scenario found\n");
  }

  @Test
  void a_named_file_must_be_a_scenario() throws IOException {
    Path file = Files.writeString(folder.resolve("manifest.yaml"), POD);

    assertThat(run("replay", file.toString())).isEqualTo(2);

    assertThat(err.toString()).contains(":1:13: apiVersion: \"v1\" is not supported");
  }

  @Test
  void seed_and_mode_override_what_the_file_says() throws IOException {
    Path file = Files.writeString(folder.resolve("to-a-service.yaml"), TO_A_SERVICE);

    assertThat(run("replay", "--mode", "userspace", "--seed", "7", file.toString())).isEqualTo(1);

    assertThat(out.toString()).contains("seed 7", "KUBE-PORTALS-HOST");
  }

  @Test
  void trace_reads_standard_input_and_exits_with_0_whatever_comes_of_the_connection() {
    assertThat(
            runWith(
                SERVICE,
                "trace",
                "-f",
                "-",
                "--from",
                "node/node-a",
                "--to",
                "tcp://10.96.0.12:80"))
        .isZero();

    assertThat(out.toString())
        .contains("KUBE-SERVICES:1 reject with icmp-port-unreachable")
        .contains("for Service shop/cart (<stdin> line 1)")
        .contains("Stopped  rejected by node-a")
        .contains("Next     correct spec.selector (<stdin> line 4)");
  }

  @Test
  void trace_without_a_source_starts_at_the_first_pod() throws IOException {
    Path file = Files.writeString(folder.resolve("all.yaml"), POD + "---\n" + SERVICE);

    assertThat(run("trace", "-f", file.toString(), "--to", "tcp://10.96.0.12:80")).isZero();

    assertThat(out.toString()).startsWith("Request  pod/shop/cart-0 -> tcp://10.96.0.12:80\n");
  }

  @Test
  void trace_without_a_source_comes_from_outside_where_that_is_possible() throws IOException {
    String nodePort = SERVICE.replace("spec: {", "spec: {type: NodePort, ");
    Path file = Files.writeString(folder.resolve("all.yaml"), POD + "---\n" + nodePort);

    assertThat(run("get", "-f", file.toString(), "service/shop/cart", "-o", "json")).isZero();
    String port = out.toString().replaceAll("(?s).*\"nodePort\": ([0-9]+).*", "$1");
    out.getBuffer().setLength(0);
    assertThat(run("trace", "-f", file.toString(), "--to", "tcp://192.168.0.2:" + port)).isZero();

    assertThat(out.toString()).startsWith("Request  external/198.51.100.10 -> ");
  }

  @Test
  void get_lists_a_kind_by_any_of_its_names() throws IOException {
    Path file = Files.writeString(folder.resolve("all.yaml"), POD + "---\n" + SERVICE);

    assertThat(run("get", "-f", file.toString(), "svc")).isZero();

    assertThat(out.toString().lines())
        .containsExactly(
            "NAMESPACE  NAME  TYPE       CLUSTER-IP  EXTERNAL-IP  PORT(S)  SELECTOR",
            "shop       cart  ClusterIP  10.96.0.12  <none>       80/TCP   app=cart");
  }

  @Test
  void get_of_an_unknown_kind_proposes_a_known_one() throws IOException {
    Path file = Files.writeString(folder.resolve("all.yaml"), POD);

    assertThat(run("get", "-f", file.toString(), "podz")).isEqualTo(2);

    assertThat(err.toString())
        .isEqualTo("error: 'podz' is no kind of this cluster; did you mean Pod?\n");
  }

  @Test
  void rules_prints_what_iptables_restore_reads() throws IOException {
    Path file = Files.writeString(folder.resolve("all.yaml"), POD + "---\n" + SERVICE);

    assertThat(run("rules", "-f", file.toString(), "--node", "node-a")).isZero();

    assertThat(out.toString())
        .startsWith("*filter\n")
        .contains("-A KUBE-SERVICES -d 10.96.0.12/32 -p tcp")
        .contains("--to-destination 10.244.0.2:8080")
        .endsWith("COMMIT\n");
  }

  @Test
  void a_refused_manifest_is_named_with_its_line() throws IOException {
    Path file =
        Files.writeString(folder.resolve("svc.yaml"), SERVICE.replace("port: 80,", "port: 70000,"));

    assertThat(run("get", "-f", file.toString())).isEqualTo(2);

    assertThat(err.toString())
        .startsWith("error: " + file + ":4:")
        .contains("spec.ports[0].port: Invalid value: 70000");
  }

  @Test
  void schema_describes_every_action() {
    assertThat(run("schema")).isZero();

    assertThat(out.toString())
        .contains("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"")
        .contains("\"sourcePort\"", "\"resolve\"", "\"traffic\"", "\"sliceSizes\"");
  }

  private Path scenario(String name, String outcome) throws IOException {
    String text = SCENARIO.replace("NAME", name).replace("OUTCOME", outcome);
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(String... args) {
    return runWith("", args);
  }

  private int runWith(String in, String... args) {
    byte[] bytes = in.getBytes(StandardCharsets.UTF_8);
    KubeHop.Streams streams =
        new KubeHop.Streams(
            new ByteArrayInputStream(bytes), new PrintWriter(out), new PrintWriter(err));
    return KubeHop.run(streams, true, args);
  }
}
