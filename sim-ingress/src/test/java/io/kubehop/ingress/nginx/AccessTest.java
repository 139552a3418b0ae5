package io.kubehop.ingress.nginx;

import static io.kubehop.ingress.sample.Results.header;
import static io.kubehop.ingress.sample.Results.location;
import static io.kubehop.ingress.sample.Results.seen;
import static io.kubehop.ingress.sample.Results.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.ingress.sample.Bed;
import io.kubehop.ingress.sample.IngressSample;
import io.kubehop.service.api.ObjectMeta;
import io.kubehop.service.api.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static final String HOST = "a.example.com";
  private static final String FOO_BAR = "Basic Zm9vOmJhcg==";
  private static final String FOO_BAZ = "Basic Zm9vOmJheg==";

  private static Bed bed(IngressSample ingress) {
    String users = "foo:{SHA}Ys23Ag/5IOWqZCw9QGaVDdHwH00=\n";
    String encoded = Base64.getEncoder().encodeToString(users.getBytes(StandardCharsets.UTF_8));
    return Bed.nginx()
        .service("web", 11)
        .service("auth", 12)
        .name("auth.default.svc.cluster.local.", "10.244.0.12")
        .with(new Secret(ObjectMeta.of("default", "users"), "Opaque", Map.of("auth", encoded)))
        .with(ingress.prefix(HOST, "/", "web"))
        .start();
  }

  private static IngressSample web() {
    return IngressSample.named("web");
  }

  private static IngressSample basic() {
    return web().with("auth-type", "basic").with("auth-secret", "users").with("auth-realm", "r");
  }

  @Test
  void anAllowListKeepsOthersOut() {
    assertThat(status(bed(web().with("allowlist-source-range", "192.0.2.0/24")).get(HOST, "/")))
        .isEqualTo(403);
    assertThat(status(bed(web().with("whitelist-source-range", "10.244.0.0/16")).get(HOST, "/")))
        .isEqualTo(200);
  }

  @Test
  void theDenyListGoesFirst() {
    Bed bed =
        bed(
            web()
                .with("denylist-source-range", "10.244.0.200")
                .with("allowlist-source-range", "10.244.0.0/16"));

    assertThat(status(bed.get(HOST, "/"))).isEqualTo(403);
  }

  @Test
  void aListThatCannotBeReadGives503() {
    Bed bed = bed(web().with("allowlist-source-range", "everybody"));

    assertThat(status(bed.get(HOST, "/"))).isEqualTo(503);
    assertThat(bed.controllers().findings())
        .anySatisfy(f -> assertThat(f.message()).contains("its paths answer 503"));
  }

  @Test
  void onlyTheRightPasswordLetsAUserIn() {
    Bed bed = bed(basic());

    assertThat(status(bed.get(HOST, "/"))).isEqualTo(401);
    assertThat(header(bed.get(HOST, "/"), "WWW-Authenticate")).isEqualTo("Basic realm=\"r\"");
    assertThat(status(bed.get(HOST, "/", "Authorization", FOO_BAZ))).isEqualTo(401);
    assertThat(status(bed.get(HOST, "/", "Authorization", FOO_BAR))).isEqualTo(200);
    assertThat(seen(bed.get(HOST, "/", "Authorization", FOO_BAR), "Authorization")).isNull();
  }

  @Test
  void eitherOfTwoCanBeEnough() {
    IngressSample either =
        basic().with("satisfy", "any").with("allowlist-source-range", "192.0.2.0/24");
    Bed bed = bed(either);

    assertThat(status(bed.get(HOST, "/", "Authorization", FOO_BAR))).isEqualTo(200);
    assertThat(status(bed.get(HOST, "/"))).isEqualTo(401);
  }

  @Test
  void aServiceCanBeAsked() {
    Bed bed =
        bed(
            web()
                .with("auth-url", "http://auth.default.svc.cluster.local:8080/verify")
                .with("auth-response-headers", "X-None"));

    assertThat(status(bed.get(HOST, "/"))).isEqualTo(200);
  }

  @Test
  void aServiceThatDoesNotAnswerIsAnError() {
    Bed bed = bed(web().with("auth-url", "http://10.244.0.12:1/verify"));

    assertThat(status(bed.get(HOST, "/"))).isEqualTo(500);
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedBeforeAnythingElse() {
    Bed bed = bed(basic().with("proxy-body-size", "1k"));

    assertThat(status(bed.send("POST", HOST, "/", "Content-Length", "1025"))).isEqualTo(413);
    assertThat(status(bed.send("POST", HOST, "/", "Content-Length", "1024"))).isEqualTo(401);
  }

  @Test
  void preflightRequestsAreAnswered() {
    Bed bed = bed(web().with("enable-cors", "true").with("cors-allow-origin", "https://*.b.com"));

    assertThat(status(bed.send("OPTIONS", HOST, "/", "Origin", "https://x.b.com"))).isEqualTo(204);
    assertThat(
            header(bed.get(HOST, "/", "Origin", "https://x.b.com"), "Access-Control-Allow-Origin"))
        .isEqualTo("https://x.b.com");
    assertThat(header(bed.get(HOST, "/", "Origin", "https://c.com"), "Access-Control-Allow-Origin"))
        .isNull();
    assertThat(location(bed.get(HOST, "/"))).isNull();
  }
}
