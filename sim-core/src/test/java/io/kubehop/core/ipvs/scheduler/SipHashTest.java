package io.kubehop.core.ipvs.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SipHashTest {
  /** From a SipHash for any length that gives the results published with the algorithm. */
  @ParameterizedTest
  @CsvSource({
    "0x00000000, 2654435761, 0x1d5a77c2",
    "0x00000000, 2654446892, 0xf882433f",
    "0x0a000001, 2654435761, 0x03080ce4",
    "0x0a000001, 2654446892, 0x48f9d0c1",
    "0xffffffff, 2654435761, 0x22c5d719",
    "0xffffffff, 2654446892, 0xf75a0f5d"
  })
  void hashesAWord(String word, long key, String hash) {
    int result = SipHash.of(Long.decode(word).intValue(), key);
    assertThat(Integer.toUnsignedLong(result)).isEqualTo(Long.decode(hash));
  }
}
