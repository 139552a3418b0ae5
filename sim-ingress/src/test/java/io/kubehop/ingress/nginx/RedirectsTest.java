package io.kubehop.ingress.nginx;

import static io.kubehop.ingress.sample.Results.location;
import static io.kubehop.ingress.sample.Results.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.core.http.HttpCallResult;
import io.kubehop.ingress.sample.Bed;
import io.kubehop.ingress.sample.IngressSample;
import org.junit.jupiter.api.Test;

class RedirectsTest {
  private static final String HOST = "a.example.com";

  private static Bed bed(IngressSample ingress) {
    return Bed.nginx().service("web", 11).with(ingress).start();
  }

  private static IngressSample web() {
    return IngressSample.named("web").prefix(HOST, "/", "web");
  }

  private static void assertRedirect(HttpCallResult result, int status, String to) {
    assertThat(status(result)).isEqualTo(status);
    assertThat(location(result)).isEqualTo(to);
  }

  @Test
  void anIngressWithTlsSendsHttpToHttps() {
    Bed bed = bed(web().tls("absent", "other.example.com"));

    assertRedirect(bed.get(HOST, "/x/"), 308, "https://a.example.com/x");
    assertRedirect(bed.get("A.Example.com:81", "/x"), 308, "https://A.Example.com/x");
    assertThat(status(bed.getTls(HOST, "/x"))).isEqualTo(200);
  }

  @Test
  void theSlashCanBePreserved() {
    Bed bed = bed(web().tls("absent", HOST).with("preserve-trailing-slash", "true"));

    assertRedirect(bed.get(HOST, "/x/"), 308, "https://a.example.com/x/");
  }

  @Test
  void theRedirectCanBeSwitchedOff() {
    Bed bed = bed(web().tls("absent", HOST).with("ssl-redirect", "false"));

    assertThat(status(bed.get(HOST, "/x"))).isEqualTo(200);
  }

  @Test
  void itCanBeForcedWithoutTls() {
    Bed bed = bed(web().with("force-ssl-redirect", "true"));

    assertRedirect(bed.get(HOST, "/"), 308, "https://a.example.com");
  }

  @Test
  void acmeChallengesInALocationOfTheirOwnAreExempt() {
    Bed bed =
        bed(
            web()
                .with("force-ssl-redirect", "true")
                .prefix(HOST, "/.well-known/acme-challenge", "web"));

    assertThat(status(bed.get(HOST, "/.well-known/acme-challenge/token"))).isEqualTo(200);
  }

  @Test
  void appRootComesBeforeEveryLocation() {
    Bed bed = bed(web().prefix(HOST, "/app", "web").with("app-root", "/app1"));

    assertRedirect(bed.get(HOST, "/?x=1"), 302, "http://a.example.com/app1");
    assertRedirect(bed.get(HOST + ":8080", "/./"), 302, "http://a.example.com:8080/app1");
    assertThat(status(bed.get(HOST, "/app1"))).isEqualTo(200);
  }

  @Test
  void temporalRedirectGoesBeforePermanentRedirect() {
    Bed bed =
        bed(
            web()
                .with("permanent-redirect", "https://p.example.com")
                .with("temporal-redirect", "https://t.example.com/x"));

    assertRedirect(bed.get(HOST, "/any"), 302, "https://t.example.com/x");
  }

  @Test
  void aCodeOutOfRangeBecomesTheDefault() {
    Bed bed =
        bed(
            web()
                .with("permanent-redirect", "https://p.example.com")
                .with("permanent-redirect-code", "404"));

    assertRedirect(bed.get(HOST, "/any"), 301, "https://p.example.com");
  }

  @Test
  void theOtherNameIsSentToTheHostWithThePort() {
    Bed bed = bed(web().with("from-to-www-redirect", "true"));

    assertRedirect(bed.get("www.a.example.com", "/x/"), 308, "http://a.example.com:80/x");
    assertRedirect(bed.getTls("www.a.example.com", "/x"), 308, "https://a.example.com:443/x");
  }

  @Test
  void theMissingSlashOfALocationIsAdded() {
    Bed bed = bed(IngressSample.named("web").prefix(HOST, "/foo/", "web"));

    assertRedirect(bed.get(HOST + ":81", "/foo?x=y"), 301, "http://a.example.com/foo/?x=y");
    assertRedirect(bed.getTls(HOST, "/foo"), 301, "https://a.example.com/foo/");
  }

  @Test
  void aRewriteToAnotherSiteIsARedirect() {
    Bed bed =
        bed(
            IngressSample.named("web")
                .with("rewrite-target", "https://new.example.com/$1")
                .path(HOST, "/old/(.*)", "ImplementationSpecific", "web"));

    assertRedirect(bed.get(HOST, "/old/x?q=1"), 302, "https://new.example.com/x?q=1");
  }
}
