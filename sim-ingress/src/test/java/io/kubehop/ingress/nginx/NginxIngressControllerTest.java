package io.kubehop.ingress.nginx;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.http.HttpCallResult;
import io.kubehop.ingress.sample.Bed;
import io.kubehop.ingress.sample.IngressSample;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NginxIngressControllerTest {
  private static final String HOST = "shop.example.com";

  private static String backend(HttpCallResult result) {
    return requireNonNull(result.response()).relays().get(0).backend();
  }

  private static int status(HttpCallResult result) {
    return requireNonNull(result.response()).status();
  }

  @Test
  void aRequestReachesThePodOfItsRule() {
    Bed bed =
        Bed.nginx()
            .service("cart", 11)
            .with(IngressSample.named("shop").prefix(HOST, "/cart", "cart"))
            .start();

    HttpCallResult result = bed.get(HOST, "/cart/1?x=y");

    assertThat(result.outcome()).isEqualTo(Outcome.DELIVERED);
    assertThat(requireNonNull(result.echo()).server()).hasToString("10.244.0.11:8080");
    assertThat(result.echo().request().target()).isEqualTo("/cart/1?x=y");
    assertThat(backend(result)).isEqualTo("default/cart:80");
  }

  @Test
  void whatNoRuleTakesIsAnsweredByTheControllerItself() {
    Bed bed =
        Bed.nginx()
            .service("cart", 11)
            .with(IngressSample.named("shop").prefix(HOST, "/cart", "cart"))
            .start();

    HttpCallResult result = bed.get(HOST, "/other");

    assertThat(result.outcome()).isEqualTo(Outcome.ANSWERED);
    assertThat(status(result)).isEqualTo(404);
  }

  @Test
  void endpointsShareTheLoadEqually() {
    Bed bed =
        Bed.nginx()
            .service("cart", 11, 12)
            .with(IngressSample.named("shop").prefix(HOST, "/", "cart"))
            .start();

    Map<String, Double> shares = bed.explore(HOST, "/");

    assertThat(shares).containsOnlyKeys("10.244.0.11:8080", "10.244.0.12:8080");
    assertThat(shares.get("10.244.0.11:8080")).isCloseTo(0.5, Offset.offset(1e-9));
  }

  @Test
  void aServiceWithoutPodsGives503() {
    Bed bed =
        Bed.nginx()
            .service("empty")
            .with(IngressSample.named("shop").prefix(HOST, "/", "empty"))
            .start();

    assertThat(status(bed.get(HOST, "/"))).isEqualTo(503);
  }
}
