package io.kubehop.scenarios.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8TextTest {
  @ParameterizedTest
  @CsvSource({"'', 0", "'a\nb', 0", "'\u00e9', 1", "'a\nb\n\u00ff', 3", "'a\n\u00e9\nb\u00e9', 2"})
  void the_first_line_with_a_byte_that_is_not_utf_8_is_found(String latin1, int line) {
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);

    assertThat(Utf8Text.firstFaultyLine(bytes)).isEqualTo(line);
  }
}
