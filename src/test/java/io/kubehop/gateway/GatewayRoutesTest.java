package io.kubehop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.Checkout;
import io.kubehop.scenarios.cli.KubeHop;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Gateways with routes of several namespaces, from the manifest to the answer. */
class GatewayRoutesTest {
  private static final Path FILE =
      Checkout.root().resolve("src/test/resources/gateway/routes.yaml");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    KubeHop.Streams streams =
        new KubeHop.Streams(
            new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err));
    return KubeHop.run(streams, true, arguments);
  }

  @Test
  void every_kind_of_rule_does_what_the_api_says() {
    assertThat(run("replay", FILE.toString())).as(out.toString()).isZero();
    assertThat(err.toString())
        .contains(
            "HTTPRoute/infra/m: spec.rules[4].backendRefs[1]: there is no Service infra/nosuch")
        .contains("HTTPRoute/infra/m: spec.rules[8].filters[0]: a filter of type ExtensionRef");
  }

  @Test
  void the_trace_says_of_each_rule_why_it_lost() {
    assertThat(
            run(
                "trace",
                "-f",
                FILE.toString(),
                "--to",
                "http://203.0.113.11/v3/x",
                "--from",
                "external/198.51.100.7"))
        .isZero();
    assertThat(out.toString())
        .containsSubsequence(
            "listener http for any host",
            "PathPrefix /v3, method POST for any host of HTTPRoute/infra/m spec.rules[2] (" + FILE,
            "the method is not POST",
            "HTTPRoute/infra/m spec.rules[0] (" + FILE,
            ": chosen",
            "backend infra/v1:8080");
  }
}
