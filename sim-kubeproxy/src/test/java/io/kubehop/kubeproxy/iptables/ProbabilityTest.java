package io.kubehop.kubeproxy.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbabilityTest {
  @ParameterizedTest
  @CsvSource({
    "1, 1.0000000000",
    "2, 0.5000000000",
    "3, 0.3333333333",
    "10, 0.1000000000",
    "1000, 0.0010000000",
    "100000, 0.0000100000",
    "100001, 0.0000099999"
  })
  void isWrittenWithTenDigits(int count, String text) {
    assertThat(Probability.oneIn(count)).isEqualTo(text);
  }
}
