package io.kubehop.dns.dig;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.dns.testing.DnsCluster;
import java.util.List;
import org.junit.jupiter.api.Test;

class DigOutputTest {
  private final DnsCluster cluster =
      DnsCluster.of(
          """
          apiVersion: v1
          kind: Service
          metadata: {name: cart, namespace: default}
          spec: {clusterIP: 10.96.0.12, selector: {app: cart}, ports: [{port: 80}]}
          """);

  @Test
  void anAnswerHasItsSectionsAndTheQuestionsThatItTook() {
    assertThat(DigOutput.of(cluster.ask("cart", "A"), List.of("A")).lines())
        .contains(
            ";; ANSWER SECTION:",
            "cart.default.svc.cluster.local.\t5\tIN\tA\t10.96.0.12",
            ";; SERVER: 10.96.0.10:53",
            ";; QUERIES: 1",
            ";;   cart.default.svc.cluster.local.");
  }

  @Test
  void silenceIsToldAsDigTellsIt() {
    cluster.setServerDown(true);

    assertThat(DigOutput.of(cluster.ask("cart.", "A"), List.of("A")))
        .contains("connection timed out; no servers could be reached");
  }
}
