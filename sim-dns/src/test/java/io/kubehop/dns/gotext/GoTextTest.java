package io.kubehop.dns.gotext;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GoTextTest {

  @Test
  void durationsAreReadAsGoReadsThem() {
    assertThat(GoDuration.parse("1m30s")).hasValue(Duration.ofSeconds(90).toNanos());
    assertThat(GoDuration.parse("1.5h")).hasValue(Duration.ofMinutes(90).toNanos());
    assertThat(GoDuration.parse("250ms")).hasValue(Duration.ofMillis(250).toNanos());
  }

  @Test
  void whatGoWouldNotReadIsNoDuration() {
    assertThat(GoDuration.parse("90")).isEmpty();
    assertThat(GoDuration.parse("5 apples")).isEmpty();
    assertThat(GoDuration.parse("")).isEmpty();
  }

  @Test
  void groupsMayBeNamedAsGoNamesThem() {
    assertThat(GoRegex.compile("^(?P<host>[a-z]+)[.]example[.]$").groupNames()).contains("host");
  }
}
