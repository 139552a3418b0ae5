package io.kubehop.service.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarValuesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12:30",
        "2025-01-01",
        "2001-12-14t21:59:43Z",
        "10.96.0.12",
        "10.96.0.0/12",
        "1.2.3",
        "0x",
        "0xZZ",
        "-",
        "+",
        ".",
        "..",
        "1_000x",
        "=",
        "nil",
        "tRUE",
        "oN",
        "y",
        "N",
        "1e400",
        "-foo",
        ".5.",
        "0b2",
        "٣"
      })
  void textsStayTexts(String text) {
    assertThat(ScalarValues.kindOf(text)).isEqualTo(SourceScalar.Kind.TEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "80, 80",
    "-5, -5",
    "+5, 5",
    "0777, 511",
    "0o17, 15",
    "0x50, 80",
    "-0X1f, -31",
    "0b101, 5",
    "1_000, 1000",
    "99999999999999999999, 99999999999999999999"
  })
  void wholeNumbersAreReadInEveryNotation(String text, BigInteger value) {
    assertThat(ScalarValues.kindOf(text)).isEqualTo(SourceScalar.Kind.INTEGER);
    assertThat(scalar(text).integer()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"80.0, 80", "1e3, 1000", "089, 89", "1., 1", "-2.50e1, -25"})
  void floatsWithoutFractionCountAsWholeNumbers(String text, BigInteger value) {
    assertThat(ScalarValues.kindOf(text)).isEqualTo(SourceScalar.Kind.FLOAT);
    assertThat(scalar(text).integer()).isEqualTo(value);
    assertThat(scalar(text).plain()).isEqualTo(value.longValueExact());
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    ".5, 0.5",
    "1.5e-3, 0.0015",
    ".inf, Infinity",
    "-.INF, -Infinity",
    ".NaN, NaN"
  })
  void otherFloatsAreNumbers(String text, double value) {
    assertThat(ScalarValues.kindOf(text)).isEqualTo(SourceScalar.Kind.FLOAT);
    assertThat(scalar(text).integer()).isNull();
    assertThat(scalar(text).plain()).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"})
  void wordsOfTruthAreTrue(String text) {
    assertThat(scalar(text).plain()).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"})
  void wordsOfFalsehoodAreFalse(String text) {
    assertThat(scalar(text).plain()).isEqualTo(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void nothingIsNull(String text) {
    assertThat(scalar(text).isNull()).isTrue();
    assertThat(scalar(text).plain()).isNull();
  }

  @Test
  void aHugeExponentIsNoWholeNumberAndCostsNothing() {
    assertThat(ScalarValues.kindOf("1e999999999")).isEqualTo(SourceScalar.Kind.TEXT);
  }

  private static SourceScalar scalar(String text) {
    return new SourceScalar("f", 1, 1, ScalarValues.kindOf(text), text);
  }
}
