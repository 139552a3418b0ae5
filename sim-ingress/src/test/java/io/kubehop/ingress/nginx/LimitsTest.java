package io.kubehop.ingress.nginx;

import static io.kubehop.ingress.sample.Results.status;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.ingress.sample.Bed;
import io.kubehop.ingress.sample.IngressSample;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final String HOST = "a.example.com";

  private static Bed bed(String annotation, String value) {
    return Bed.nginx()
        .service("web", 11)
        .with(IngressSample.named("web").with(annotation, value).prefix(HOST, "/", "web"))
        .start();
  }

  private static int passed(Bed bed, int requests) {
    int passed = 0;
    for (int i = 0; i < requests; i++) {
      passed += status(bed.get(HOST, "/")) == 200 ? 1 : 0;
    }
    return passed;
  }

  @Test
  void aBurstOfFiveTimesTheLimitPassesAtOnce() {
    assertThat(passed(bed("limit-rpm", "2"), 20)).isEqualTo(11);
  }

  @Test
  void theBucketDrainsWithTime() {
    Bed bed = bed("limit-rps", "1");
    assertThat(passed(bed, 10)).isEqualTo(6);

    bed.simulation().runUntil(bed.simulation().now() + 2_000_000_000L);

    assertThat(passed(bed, 10)).isEqualTo(2);
  }

  @Test
  void aLimitOfConnectionsCountsOnlyThoseAtTheSameTime() {
    assertThat(passed(bed("limit-connections", "1"), 5)).isEqualTo(5);
  }
}
