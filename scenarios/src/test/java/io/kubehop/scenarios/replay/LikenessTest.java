package io.kubehop.scenarios.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubehop.service.source.SourceReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {a: 1}               | {a: 1, b: 2}          | true
          {a: 1, b: 2}         | {a: 1}                | false
          {a: false, b: ''}    | {}                    | true
          {a: true}            | {}                    | false
          [1, 2]               | [2, 1]                | true
          [1, 2]               | [1, 2, 3]             | false
          [{a: 1}, {a: 2}]     | [{a: 2}, {a: 1, b: 1}]| true
          []                   | [1]                   | false
          {a: []}              | {}                    | true
          """)
  void what_is_left_out_is_not_compared(String wanted, String found, boolean covered) {
    assertThat(Likeness.covers(plain(wanted), plain(found))).isEqualTo(covered);
  }

  private static Object plain(String yaml) {
    return SourceReader.read("f", yaml).get(0).root().plain();
  }
}
