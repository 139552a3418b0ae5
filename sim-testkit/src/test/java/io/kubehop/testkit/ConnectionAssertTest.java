package io.kubehop.testkit;

import static io.kubehop.testkit.KubeHopAssertions.address;
import static io.kubehop.testkit.KubeHopAssertions.assertThat;
import static io.kubehop.testkit.KubeHopAssertions.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.kubehop.core.app.Outcome;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.connection.Connection;
import io.kubehop.scenarios.file.Scenario;
import io.kubehop.scenarios.file.ScenarioReader;
import io.kubehop.scenarios.replay.ScenarioResult;
import io.kubehop.scenarios.replay.ScenarioRun;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@KubeHop(manifests = "classpath:shop/cart.yaml")
class ConnectionAssertTest {
  private static final String VIP = "tcp://10.96.0.12:80";

  @Test
  void what_holds_can_be_chained(ClusterSimulation cluster) {
    Connection connection = cluster.send("pod/shop/web-0", VIP);

    assertThat(connection)
        .isDelivered()
        .isDeliveredTo(pod("shop/cart"))
        .isDeliveredTo(pod("shop/cart-0"), pod("shop/cart-1"))
        .isDeliveredTo(pod("shop/c*"))
        .isDeliveredTo(address("10.244.0.3:8080"), address("10.244.1.2:8080"))
        .preservesClientAddress()
        .passes("KUBE-SERVICES", "KUBE-SVC-*")
        .passes("KUBE-SVC-…")
        .doesNotPass("KUBE-EXT-*");
  }

  @Test
  void a_node_port_hides_the_client(ClusterSimulation cluster) {
    assertThat(cluster.send("external/203.0.113.7", "tcp://192.168.0.2:30080"))
        .hidesClientAddress()
        .hasSourceAddress("192.168.0.2");
  }

  @Test
  void a_failure_shows_what_is_needed_to_mend_it(
      @KubeHop(manifests = "classpath:wrong-port.yaml") ClusterSimulation cluster) {
    Connection connection = cluster.send("pod/shop/web-0", VIP);

    assertThatThrownBy(() -> assertThat(connection).isDeliveredTo(pod("shop/cart")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll(
            "Expecting pod/shop/web-0 -> tcp://10.96.0.12:80 to be delivered to pod shop/cart\n"
                + "but it was refused\n",
            "Request  pod/shop/web-0 -> tcp://10.96.0.12:80",
            "Next     set spec.ports[0].targetPort (classpath:wrong-port.yaml line 19) to 8080",
            "Seed     42; the same run again: -Dkubehop.seed=42")
        .hasMessageMatching("(?s).*\n=> +by -A KUBE-SEP-[^\n]* -j DNAT [^\n]*\n.*");
  }

  @Test
  void a_failure_writes_a_scenario_that_fails_alike(ClusterSimulation cluster) {
    cluster.send("pod/shop/web-0", VIP);
    cluster.ready("shop/cart-0", false).advance(Duration.ofSeconds(5));
    cluster.delete("Pod/shop/cart-1");
    Connection connection = cluster.send("pod/shop/web-0", VIP);

    Throwable failure = catchThrowable(() -> assertThat(connection).hasOutcome(Outcome.ANSWERED));

    ScenarioResult result = ScenarioRun.run(scenario(failure));
    assertThat(result.steps()).hasSize(5);
    assertThat(result.steps().subList(0, 4)).allMatch(step -> step.passed());
    assertThat(result.steps().get(4).failures())
        .containsExactly("outcome: expected answered but was " + connection.outcome());
    assertThat(result.steps().get(4).found().connection().orElseThrow().ways())
        .isEqualTo(connection.ways());
  }

  private static Scenario scenario(Throwable failure) {
    Matcher file = Pattern.compile("Scenario (\\S+\\.yaml);").matcher(failure.getMessage());
    assertThat(file.find()).as(failure.getMessage()).isTrue();
    return ScenarioReader.read(file.group(1)).get(0);
  }

  @Test
  void soft_assertions_collect_all_failures(ClusterSimulation cluster) {
    Connection connection = cluster.send("pod/shop/web-0", VIP);

    assertThatThrownBy(
            () ->
                KubeHopSoftAssertions.assertSoftlyThat(
                    softly -> {
                      softly.assertThat(connection).isNotDelivered().passes("KUBE-NOWHERE");
                      softly.assertThat(connection).isDelivered();
                      softly.assertThat("a").isEqualTo("b");
                    }))
        .hasMessageContainingAll(
            "Multiple Failures (3 failures)", "not to be delivered", "to pass KUBE-NOWHERE");
  }

  @Test
  void a_Pod_is_named_with_its_namespace() {
    assertThatCode(() -> pod("cart"))
        .hasMessage(
            "\"cart\" names no Pod; write NAMESPACE/NAME, such as shop/cart or shop/cart-*");
  }

  @Test
  void a_workload_is_no_other_whose_name_begins_alike(ClusterSimulation cluster) {
    Connection connection = cluster.send("pod/shop/web-0", VIP);

    assertThatThrownBy(() -> assertThat(connection).isDeliveredTo(pod("shop/car")))
        .hasMessageContaining("it is delivered to shop/cart-0, shop/cart-1");
    assertThatThrownBy(() -> assertThat(connection).isDeliveredTo(pod("shop/cart-0")))
        .hasMessageContaining("it is delivered to shop/cart-0, shop/cart-1");
  }
}
