package io.kubehop.ingress.nginx;

import static io.kubehop.ingress.sample.Results.backend;
import static io.kubehop.ingress.sample.Results.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kubehop.ingress.sample.Bed;
import io.kubehop.ingress.sample.IngressSample;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanaryTest {
  private static final String HOST = "a.example.com";
  private static final String MAIN = "default/main:80";
  private static final String CANARY = "default/canary:80";

  private static Bed bed(IngressSample canary) {
    return Bed.nginx()
        .service("main", 11, 12)
        .service("canary", 13)
        .with(IngressSample.named("main").created(1).prefix(HOST, "/", "main"))
        .with(canary.created(2).with("canary", "true").prefix(HOST, "/", "canary"))
        .start();
  }

  private static IngressSample canary() {
    return IngressSample.named("canary");
  }

  @Test
  void theWeightIsAnExactShare() {
    Map<String, Double> shares = bed(canary().with("canary-weight", "10")).explore(HOST, "/");

    assertThat(shares.get("10.244.0.13:8080")).isCloseTo(0.1, within(1e-12));
    assertThat(shares.get("10.244.0.11:8080")).isCloseTo(0.45, within(1e-9));
  }

  @Test
  void theTotalOfWeightsCanBeLarger() {
    IngressSample canary = canary().with("canary-weight", "1").with("canary-weight-total", "1000");

    assertThat(bed(canary).explore(HOST, "/").get("10.244.0.13:8080"))
        .isCloseTo(0.001, within(1e-12));
  }

  @Test
  void theHeaderGoesBeforeTheCookieAndTheWeight() {
    Bed bed =
        bed(
            canary()
                .with("canary-by-header", "X-Canary")
                .with("canary-by-cookie", "try-canary")
                .with("canary-weight", "100"));

    assertThat(backend(bed.get(HOST, "/"))).isEqualTo(CANARY);
    assertThat(backend(bed.get(HOST, "/", "x-canary", "never"))).isEqualTo(MAIN);
    assertThat(backend(bed.get(HOST, "/", "Cookie", "try-canary=never"))).isEqualTo(MAIN);
    assertThat(backend(bed.get(HOST, "/", "X-Canary", "always", "Cookie", "try-canary=never")))
        .isEqualTo(CANARY);
  }

  @Test
  void aHeaderValueIsComparedAsAWhole() {
    Bed bed =
        bed(canary().with("canary-by-header", "X-User").with("canary-by-header-value", "beta"));

    assertThat(backend(bed.get(HOST, "/", "X-User", "beta"))).isEqualTo(CANARY);
    assertThat(backend(bed.get(HOST, "/", "X-User", "always"))).isEqualTo(MAIN);
  }

  @Test
  void aClientThatTheCanaryServedKeepsItByItsCookie() {
    Bed bed =
        Bed.nginx()
            .service("main", 11)
            .service("canary", 13)
            .with(
                IngressSample.named("main")
                    .created(1)
                    .with("affinity", "cookie")
                    .prefix(HOST, "/", "main"))
            .with(
                canary()
                    .created(2)
                    .with("canary", "true")
                    .with("canary-by-header", "X-Canary")
                    .prefix(HOST, "/", "canary"))
            .start();

    String cookie =
        String.valueOf(header(bed.get(HOST, "/", "X-Canary", "always"), "Set-Cookie"))
            .split(";", -1)[0];

    assertThat(backend(bed.get(HOST, "/", "Cookie", cookie))).isEqualTo(CANARY);
  }

  @Test
  void theFindingsSayWhyACanaryHasNoEffect() {
    Bed bed =
        Bed.nginx()
            .service("main", 11)
            .service("canary", 13)
            .with(IngressSample.named("main").prefix(HOST, "/", "main"))
            .with(canary().with("canary", "true").prefix("other", "/", "canary"))
            .start();

    assertThat(bed.controllers().findings())
        .anySatisfy(f -> assertThat(f.message()).contains("no other Ingress has the host"));
  }
}
