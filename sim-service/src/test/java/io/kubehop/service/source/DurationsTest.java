package io.kubehop.service.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "0s, PT0S",
    "1500ms, PT1.5S",
    "2s, PT2S",
    "1m, PT1M",
    "1m30s, PT1M30S",
    "1h0m5s, PT1H5S",
    "0.5s, PT0.5S",
    "10us, PT0.00001S",
    "10µs, PT0.00001S",
    "7ns, PT0.000000007S"
  })
  void textsOfGoAreDurations(String text, Duration duration) {
    assertThat(Durations.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource({
    "5, is not a duration",
    "5 s, is not a duration",
    "s, is not a duration",
    "1d, is not a duration",
    "'', is not a duration",
    "-5s, is negative",
    "99999999999999h, is too long"
  })
  void anythingElseIsAnErrorThatSaysWhy(String text, String why) {
    assertThatThrownBy(() -> Durations.parse(text))
        .hasMessageStartingWith("\"" + text + "\" " + why);
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT0.0015S, 1.5ms",
    "PT2S, 2s",
    "PT1.5S, 1.5s",
    "PT1M, 1m0s",
    "PT1H0.25S, 1h0m0.25s"
  })
  void durationsArePrintedAsGoDoes(Duration duration, String text) {
    assertThat(Durations.format(duration)).isEqualTo(text);
  }
}
