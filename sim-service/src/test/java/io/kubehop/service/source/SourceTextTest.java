package io.kubehop.service.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceTextTest {

  @Test
  void byteOrderMarksAreNoPartOfTheText() {
    assertThat(SourceText.decode("f", "\uFEFFa: é".getBytes(UTF_8))).isEqualTo("a: é");
    assertThat(SourceText.decode("f", "a: é".getBytes(UTF_16))).isEqualTo("a: é");
    assertThat(SourceText.decode("f", "\uFEFFa: é".getBytes(UTF_16LE))).isEqualTo("a: é");
  }

  @Test
  void bytesThatAreNoUtf8AreNamedAtTheirPlace() {
    assertThatThrownBy(() -> SourceText.decode("f", "a: 1\nb: caf\u00e9\n".getBytes(ISO_8859_1)))
        .hasMessage("f:2:7: byte 0xE9 is not UTF-8; save the file as UTF-8");
  }

  @Test
  void aTruncatedCharacterAtTheEndIsAnError() {
    assertThatThrownBy(() -> SourceText.decode("f", new byte[] {'a', (byte) 0xC3}))
        .hasMessage("f:1:2: byte 0xC3 is not UTF-8; save the file as UTF-8");
  }

  @Test
  void theReplacementCharacterItselfIsText() {
    assertThat(SourceText.decode("f", "a: \uFFFD".getBytes(UTF_8))).isEqualTo("a: \uFFFD");
  }

  @Test
  void archivesAreNamed() {
    assertThatThrownBy(() -> SourceText.decode("f", new byte[] {0x1f, (byte) 0x8b, 8, 0}))
        .hasMessage("f: is compressed with gzip; unpack it first");
    assertThatThrownBy(() -> SourceText.decode("f", new byte[] {'P', 'K', 3, 4, 0}))
        .hasMessage("f: is a zip archive; unpack it first");
  }

  @Test
  void controlCharactersAreNamedAtTheirPlace() {
    assertThatThrownBy(() -> SourceText.checked("f", "a: 1\nb: \u0007\n"))
        .hasMessage("f:2:4: control character U+0007 is not allowed");
    assertThatThrownBy(() -> SourceText.checked("f", "a: 😀\u0000\n"))
        .hasMessage("f:1:5: a NUL character is not allowed; is this a binary file?");
    assertThatThrownBy(() -> SourceText.checked("f", "a\r\nb\u007f"))
        .hasMessage("f:2:2: control character U+007F is not allowed");
    assertThat(SourceText.checked("f", "a:\t1\r\n\u0085\u00a0")).isNotEmpty();
  }
}
