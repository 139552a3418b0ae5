package io.kubehop.ingress.nginx;

import static io.kubehop.ingress.sample.Results.backend;
import static io.kubehop.ingress.sample.Results.status;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.app.Outcome;
import io.kubehop.core.http.HttpCallResult;
import io.kubehop.core.net.IpAddress;
import io.kubehop.ingress.sample.Bed;
import io.kubehop.ingress.sample.IngressSample;
import io.kubehop.service.api.Ingress;
import io.kubehop.service.api.ObjectKey;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class NginxIngressControllerTest {
  private static final String HOST = "shop.example.com";

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

  @Test
  void aHostThatNoIngressNamesGoesToTheOneWithNothingButADefaultBackend() {
    Bed bed =
        Bed.nginx()
            .service("rest", 11)
            .with(IngressSample.named("all").defaultBackend("rest"))
            .start();

    assertThat(backend(bed.get("any.example.org", "/x"))).isEqualTo("default/rest:80");
  }

  @Test
  void anIngressWhoseClassHasAnotherControllerIsNotServed() {
    Bed bed =
        new Bed("example.com/other")
            .service("cart", 11)
            .with(IngressSample.named("shop").prefix(HOST, "/", "cart"))
            .start();

    assertThat(bed.controllers().findings()).isEmpty();
    assertThat(backend(bed.get(HOST, "/"))).isEqualTo("default/cart:80"); // by the generic one
    assertThat(status(bed.get("other", "/"))).isEqualTo(404);
  }

  @Test
  void aConfigurationThatNginxRefusesLeavesTheOneBeforeInForce() {
    Bed bed =
        Bed.nginx()
            .service("cart", 11)
            .service("new", 12)
            .with(IngressSample.named("shop").prefix(HOST, "/cart", "cart"))
            .start();

    bed.controlPlane()
        .apply(
            List.of(
                IngressSample.named("bad")
                    .with("use-regex", "true")
                    .prefix("b", "/(", "new")
                    .build()));
    bed.settle();
    bed.controlPlane()
        .apply(List.of(IngressSample.named("later").prefix(HOST, "/new", "new").build()));
    bed.settle();

    assertThat(status(bed.get(HOST, "/cart"))).isEqualTo(200);
    assertThat(status(bed.get(HOST, "/new"))).isEqualTo(404);
    assertThat(bed.controllers().findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.object()).hasToString("Ingress/default/bad");
              assertThat(finding.path()).isEqualTo("spec.rules[0].http.paths[0]");
              assertThat(finding.message()).contains("'^/('", "stays in force");
            });

    bed.controlPlane().delete(IngressSample.named("bad").build().key());
    bed.settle();

    assertThat(status(bed.get(HOST, "/new"))).isEqualTo(200);
  }

  @Test
  void aConfigurationThatNginxRefusesFromTheStartServesNothing() {
    Bed bed =
        Bed.nginx()
            .service("cart", 11)
            .with(
                IngressSample.named("shop")
                    .prefix(HOST, "/foo", "cart")
                    .prefix(HOST, "/foo/", "cart"))
            .start();

    assertThat(bed.get(HOST, "/foo").outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(bed.controllers().findings())
        .anySatisfy(f -> assertThat(f.message()).contains("duplicate location", "/foo/"));
  }

  @Test
  void endpointsChangeWithoutAReload() {
    Bed bed =
        Bed.nginx()
            .service("cart", 11, 12)
            .with(IngressSample.named("shop").prefix(HOST, "/", "cart"))
            .start();

    bed.controlPlane().setReady(Bed.podKey("cart-0"), false);
    bed.settle();

    assertThat(bed.explore(HOST, "/")).containsOnlyKeys("10.244.0.12:8080");
  }

  @Test
  void theStatusNamesTheAddressOfTheServiceInFront() {
    Bed bed =
        Bed.nginx()
            .service("cart", 11)
            .with(IngressSample.named("shop").prefix(HOST, "/", "cart"))
            .start();

    ObjectKey key = new ObjectKey(Ingress.KIND, "default", "shop");
    Ingress published = bed.controlPlane().apiServer().find(Ingress.class, key).orElseThrow();
    assertThat(published.status().loadBalancer()).hasSize(1);
    assertThat(bed.controllers().addressOf(HOST))
        .contains(IpAddress.parse(published.status().loadBalancer().get(0).ip()));
  }
}
