package io.kubehop.service.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReadingTest {

  @Test
  void everyKindOfValueIsRead() {
    assertThat(
            Reading.plain(
                "{\"a\": [1, -2.5, 1e2, true, false], \"b\": {}, \"c\": [], \"d\": \"\"}"))
        .isEqualTo(
            Map.of(
                "a", List.of(1L, -2.5, 100L, true, false), "b", Map.of(), "c", List.of(), "d", ""));
  }

  @Test
  void tabsMayIndentAndPositionsCountCodePoints() {
    SourceNode root = Reading.one("{\n\t\"a\": 1,\n\t\"😀\": {\"b\": 2}\n}\n");

    assertThat(FieldPath.find(root, "[😀].b").orElseThrow().position()).hasToString("f.yaml:3:13");
  }

  @Test
  void escapesAreUndone() {
    assertThat(Reading.plain("[\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00z\"]"))
        .isEqualTo(List.of("a\"\\/\b\f\n\r\té😀z"));
  }

  @Test
  void quotedTextsAreNeverNumbers() {
    assertThat(Reading.plain("{\"a\": \"80\", \"b\": \"yes\"}"))
        .isEqualTo(Map.of("a", "80", "b", "yes"));
  }

  @Test
  void severalValuesMayFollowEachOther() {
    assertThat(SourceReader.read("f.json", "{\"a\":1}{\"b\":2}\n{\"c\":3}")).hasSize(3);
  }

  @Test
  void flowYamlThatIsNoJsonIsReadAsYaml() {
    assertThat(Reading.plain("{a: 1, b: [x, y,],} # comment"))
        .isEqualTo(Map.of("a", 1L, "b", List.of("x", "y")));
    assertThat(SourceReader.read("f.yaml", "{\"a\": 1}\n---\nb: 2\n")).hasSize(2);
  }

  @Test
  void duplicateKeysAreErrors() {
    assertThat(Reading.errors("{\"a\": 1,\n \"a\": 2}"))
        .containsExactly("f.yaml:2:2: key \"a\" is given twice; the first is in line 1 column 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\": 1,, \"b\": 2} | f.json:1:9: not valid JSON: expected a text in double quotes,"
            + " found ','",
        "{\"a\": 1,}         | f.json:1:9: not valid JSON: expected a text in double quotes, found"
            + " '}'",
        "[1, 2,]            | f.json:1:7: not valid JSON: a value is missing here",
        "{\"a\" 1}           | f.json:1:6: not valid JSON: expected ':', found '1'",
        "{\"a\": 1          | f.json:1:8: not valid JSON: expected ',' or '}', found the end of the"
            + " text",
        "{\"a\": tru}        | f.json:1:7: not valid JSON: 'tru' is no value; a text needs double"
            + " quotes",
        "{\"a\": 01}         | f.json:1:7: not valid JSON: '01' is no value; a text needs double"
            + " quotes",
        "{\"a\": \"x          | f.json:1:9: not valid JSON: the text has no closing quote on its"
            + " line",
        "{\"a\": \"\\x\"}      | f.json:1:9: not valid JSON: unknown escape \\x",
        "{\"a\": \"\\u12\"}    | f.json:1:10: not valid JSON: \\u needs four hexadecimal digits"
      })
  void malformedTextIsOneLineWithItsPlace(String text, String error) {
    assertThat(Reading.errors("f.json", text)).containsExactly(error);
  }

  @Test
  void nestingHasALimit() {
    assertThat(Reading.errors("f.json", "{\"a\":".repeat(20_000)))
        .containsExactly("f.json:1:1001: nests more than 200 levels deep");
  }

  @Test
  void whereItIsNeitherTheReadingThatCameFurtherExplains() {
    assertThat(Reading.errors("f.yaml", "{\"a\": \"x\\/y\",\n \"b\": 1,,}"))
        .containsExactly("f.yaml:2:9: not valid JSON: expected a text in double quotes, found ','");
  }
}
