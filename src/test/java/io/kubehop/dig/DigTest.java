package io.kubehop.dig;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.Checkout;
import io.kubehop.dns.resolver.LookupResult;
import io.kubehop.scenarios.ClusterSimulation;
import io.kubehop.scenarios.cli.serve.LoopbackServer;
import io.kubehop.scenarios.connection.Source;
import io.kubehop.scenarios.file.ManifestInputs;
import io.kubehop.scenarios.file.Step;
import io.kubehop.scenarios.replay.ScenarioFiles;
import io.kubehop.scenarios.replay.ScenarioResult;
import io.kubehop.scenarios.replay.StepResult;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The real {@code dig} sees what a replay reports. */
class DigTest {
  private static final String FILE =
      Checkout.root().resolve("src/test/resources/dig/names.yaml").toString();
  private static final int QUESTIONS = 44;

  private static LoopbackServer server;

  @BeforeAll
  static void serve() throws IOException {
    Dig.require();
    ManifestInputs inputs = new ManifestInputs();
    inputs.add(FILE);
    ClusterSimulation cluster = ClusterSimulation.of(inputs.load());
    server = LoopbackServer.open(cluster.dnsGate(Source.parse("pod/shop/client")), 0, served -> {});
  }

  @AfterAll
  static void close() {
    if (server != null) {
      server.close();
    }
  }

  private static int port() {
    return server.address().getPort();
  }

  @TestFactory
  Stream<DynamicTest> each_answer_is_that_of_the_report() {
    List<ScenarioResult> results = ScenarioFiles.replay(FILE, true, scenario -> scenario);
    List<StepResult> steps = results.get(0).steps();
    assertThat(steps).hasSizeGreaterThanOrEqualTo(QUESTIONS);
    return steps.stream().map(DigTest::comparison);
  }

  private static DynamicTest comparison(StepResult step) {
    Step.Resolve asked = (Step.Resolve) step.step();
    LookupResult reported = step.found().lookup().orElseThrow();
    return DynamicTest.dynamicTest(
        asked.name() + " " + asked.type(),
        () -> {
          assertThat(Dig.ask(port(), asked.name(), asked.type())).isEqualTo(Seen.of(reported));
          assertThat(Dig.ask(port(), asked.name(), asked.type(), "+tcp"))
              .isEqualTo(Seen.of(reported));
        });
  }

  @Test
  void an_answer_of_a_cache_grows_old() throws Exception {
    Dig.ask(port(), "old.cached.example.", "A");
    Thread.sleep(1200);

    List<String> answers = Dig.ask(port(), "old.cached.example.", "A").answers();

    assertThat(answers).hasSize(1).doesNotContain("old.cached.example. 300 IN A 192.0.2.44");
  }

  @Test
  void an_unknown_version_of_the_extensions_is_refused() throws Exception {
    Seen seen =
        Dig.ask(port(), "cart.shop.svc.cluster.local.", "A", "+edns=7", "+noednsnegotiation");

    assertThat(seen.status()).isEqualTo("BADVERS");
  }
}
