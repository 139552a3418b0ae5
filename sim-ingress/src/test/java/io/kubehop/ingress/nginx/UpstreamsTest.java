package io.kubehop.ingress.nginx;

import static io.kubehop.ingress.sample.Results.backend;
import static io.kubehop.ingress.sample.Results.path;
import static io.kubehop.ingress.sample.Results.seen;
import static io.kubehop.ingress.sample.Results.status;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.http.HttpCallResult;
import io.kubehop.ingress.sample.Bed;
import io.kubehop.ingress.sample.IngressSample;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Service;
import io.kubehop.service.api.ServiceSpec;
import io.kubehop.service.api.ServiceStatus;
import org.junit.jupiter.api.Test;

class UpstreamsTest {
  private static final String HOST = "a.example.com";

  private static IngressSample to(String service) {
    return IngressSample.named("web").prefix(HOST, "/", service);
  }

  @Test
  void theNextEndpointIsTriedWhenOneRefuses() {
    Bed bed = Bed.nginx().service("web", 11, 12).with(to("web")).start();
    bed.crash("10.244.0.11");

    assertThat(bed.explore(HOST, "/")).containsOnlyKeys("10.244.0.12:8080");
  }

  @Test
  void afterThreeAttemptsItIsABadGateway() {
    Bed bed = Bed.nginx().service("web", 11).with(to("web")).start();
    bed.crash("10.244.0.11");

    HttpCallResult result = bed.get(HOST, "/");

    assertThat(status(result)).isEqualTo(502);
    assertThat(backend(result)).isEqualTo("default/web:80");
  }

  @Test
  void anotherServiceAnswersErrors() {
    Bed bed =
        Bed.nginx()
            .service("empty")
            .service("errors", 12)
            .with(to("empty").with("custom-http-errors", "503").with("default-backend", "errors"))
            .start();

    HttpCallResult result = bed.get(HOST, "/x");

    assertThat(backend(result)).isEqualTo("default/errors:80");
    assertThat(path(result)).isEqualTo("/x"); // it takes the place of the one without endpoints
  }

  @Test
  void anErrorOfTheProxyIsAnsweredWithThePathOfTheRoot() {
    Bed bed =
        Bed.nginx()
            .service("web", 11)
            .service("errors", 12)
            .with(
                to("web")
                    .with("custom-http-errors", "403")
                    .with("default-backend", "errors")
                    .with("denylist-source-range", "0.0.0.0/0"))
            .start();

    HttpCallResult result = bed.get(HOST, "/x?y=z");

    assertThat(backend(result)).isEqualTo("default/errors:80");
    assertThat(path(result)).isEqualTo("/");
    assertThat(seen(result, "X-Code")).isEqualTo("403");
    assertThat(seen(result, "X-Original-URI")).isEqualTo("/x?y=z");
  }

  @Test
  void theBackendIsToldWhoTheClientIs() {
    Bed bed = Bed.nginx().service("web", 11).with(to("web")).start();

    HttpCallResult result = bed.get(HOST, "/x", "X-Forwarded-For", "192.0.2.1", "a_b", "c");

    assertThat(seen(result, "X-Forwarded-For")).isEqualTo("10.244.0.200");
    assertThat(seen(result, "X-Original-Forwarded-For")).isEqualTo("192.0.2.1");
    assertThat(seen(result, "X-Real-IP")).isEqualTo("10.244.0.200");
    assertThat(seen(result, "X-Forwarded-Proto")).isEqualTo("http");
    assertThat(seen(result, "X-Forwarded-Port")).isEqualTo("80");
    assertThat(seen(result, "X-Request-ID")).hasSize(32);
    assertThat(seen(result, "Host")).isEqualTo(HOST);
    assertThat(seen(result, "a_b")).isNull();
  }

  @Test
  void theHostForTheBackendCanBeMadeOfVariables() {
    Bed bed =
        Bed.nginx()
            .service("web", 11)
            .with(to("web").with("upstream-vhost", "$service_name.$namespace.svc:$service_port"))
            .start();

    assertThat(seen(bed.get(HOST, "/"), "Host")).isEqualTo("web.default.svc:80");
  }

  @Test
  void backendsCanBeSpokenToOverTls() {
    Bed bed =
        Bed.nginx().service("web", 11).with(to("web").with("backend-protocol", "https")).start();

    assertThat(requireNonNull(bed.get(HOST, "/").echo()).tls()).isTrue();
  }

  @Test
  void anExternalNameIsResolvedByTheController() {
    ServiceSpec spec =
        ServiceSpec.builder().type("ExternalName").externalName("db.example.org").build();
    Bed bed =
        Bed.nginx()
            .service("web", 11)
            .name("db.example.org", "10.244.0.11")
            .with(new Service(ObjectMeta.of("default", "alias"), spec, ServiceStatus.EMPTY))
            .with(IngressSample.named("web").path(HOST, "/", "Prefix", "alias"))
            .start();

    assertThat(status(bed.get(HOST, "/"))).isEqualTo(502); // nothing listens on port 80 there
    assertThat(backend(bed.get(HOST, "/"))).isEqualTo("default/alias:80");
  }
}
