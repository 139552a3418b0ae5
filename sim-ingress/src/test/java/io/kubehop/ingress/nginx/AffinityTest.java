package io.kubehop.ingress.nginx;

import static io.kubehop.ingress.sample.Results.endpoint;
import static io.kubehop.ingress.sample.Results.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.http.HttpCallResult;
import io.kubehop.ingress.sample.Bed;
import io.kubehop.ingress.sample.IngressSample;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AffinityTest {
  private static final String HOST = "a.example.com";

  private static Bed bed(IngressSample ingress) {
    return Bed.nginx().service("web", 11, 12, 13).with(ingress.prefix(HOST, "/", "web")).start();
  }

  private static IngressSample sticky() {
    return IngressSample.named("web").with("affinity", "cookie");
  }

  private static String cookie(HttpCallResult result) {
    return String.valueOf(header(result, "Set-Cookie")).split(";", -1)[0];
  }

  @Test
  void theCookieLeadsBackToTheSamePod() {
    Bed bed = bed(sticky());

    HttpCallResult first = bed.get(HOST, "/");

    assertThat(bed.explore(HOST, "/", "Cookie", cookie(first))).containsOnlyKeys(endpoint(first));
    assertThat(header(bed.get(HOST, "/", "Cookie", cookie(first)), "Set-Cookie")).isNull();
  }

  @Test
  void aPersistentCookieNamesItsPodTillThePodIsGone() {
    Bed bed = bed(sticky().with("affinity-mode", "persistent"));
    HttpCallResult first = bed.get(HOST, "/");
    String pod = endpoint(first).contains(".11:") ? "web-1" : "web-0";

    bed.controlPlane().setReady(Bed.podKey(pod), false);
    bed.settle();

    assertThat(bed.explore(HOST, "/", "Cookie", cookie(first))).containsOnlyKeys(endpoint(first));
  }

  @Test
  void newClientsGoAnywhere() {
    assertThat(bed(sticky()).explore(HOST, "/")).hasSize(3);
  }

  @Test
  void theCookieIsMadeAsAsked() {
    Bed bed =
        bed(
            sticky()
                .with("session-cookie-name", "route")
                .with("session-cookie-max-age", "60")
                .with("session-cookie-samesite", "Lax"));

    assertThat(header(bed.get(HOST, "/"), "Set-Cookie"))
        .startsWith("route=")
        .endsWith("; Max-Age=60; Path=/; HttpOnly; SameSite=Lax");
  }

  @Test
  void aHashSendsEqualKeysToTheSamePod() {
    Bed bed = bed(IngressSample.named("web").with("upstream-hash-by", "$http_x_user"));

    Map<String, Double> jane = bed.explore(HOST, "/", "X-User", "jane");

    assertThat(jane).hasSize(1);
    assertThat(bed.explore(HOST, "/other", "X-User", "jane")).isEqualTo(jane);
  }

  @Test
  void aHashMayChooseAGroupOfPods() {
    Bed bed =
        bed(
            IngressSample.named("web")
                .with("upstream-hash-by", "$request_uri")
                .with("upstream-hash-by-subset", "true")
                .with("upstream-hash-by-subset-size", "2"));

    assertThat(bed.explore(HOST, "/x")).hasSize(2);
  }

  @Test
  void movingAveragesChooseBetweenTwoAtRandom() {
    Bed bed = bed(IngressSample.named("web").with("load-balance", "ewma"));

    assertThat(bed.explore(HOST, "/")).hasSize(3);
  }
}
