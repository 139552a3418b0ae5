package io.kubehop.service.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlReadingTest {

  @Test
  void everyValueKnowsItsLineAndColumnInCodePoints() {
    SourceNode root = Reading.one("a: 1\n😀é: {b: [x, 'y z']}\n");

    assertThat(FieldPath.find(root, "[😀é].b[1]").orElseThrow().position())
        .hasToString("f.yaml:2:13");
    assertThat(((SourceMapping) root).namePosition(1)).hasToString("f.yaml:2:1");
  }

  @Test
  void documentsAreSeparateAndEmptyOnesAreNone() {
    List<SourceDocument> documents =
        SourceReader.read(
            "f.yaml", "# nothing\n---\na: 1\n---\n# comment\n---\n---\n~\n---\nb: 2\n...\n");

    assertThat(documents)
        .extracting(d -> d.root().plain())
        .containsExactly(Map.of("a", 1L), Map.of("b", 2L));
    assertThat(SourceReader.read("f.yaml", "")).isEmpty();
    assertThat(SourceReader.read("f.yaml", "# only a comment\n")).isEmpty();
  }

  @Test
  void aliasesStandForTheirAnchor() {
    assertThat(Reading.plain("a: &x {p: 1}\nb: *x\nc: [*x, *x]\n"))
        .isEqualTo(
            Map.of(
                "a", Map.of("p", 1L),
                "b", Map.of("p", 1L),
                "c", List.of(Map.of("p", 1L), Map.of("p", 1L))));
  }

  @Test
  void anAnchorMayBeUsedAgainForAnotherValue() {
    assertThat(Reading.plain("a: &x 1\nb: *x\nc: &x 2\nd: *x\n"))
        .isEqualTo(Map.of("a", 1L, "b", 1L, "c", 2L, "d", 2L));
  }

  @Test
  void mergedMapsFillInWhatIsNotSaidWhereverTheMergeStands() {
    assertThat(Reading.plain("base: &b {p: 1, q: 2}\na: {q: 3, <<: *b}\nb: {<<: *b, q: 3}\n"))
        .isEqualTo(
            Map.of(
                "base", Map.of("p", 1L, "q", 2L),
                "a", Map.of("p", 1L, "q", 3L),
                "b", Map.of("p", 1L, "q", 3L)));
  }

  @Test
  void ofSeveralMergedMapsTheFirstWins() {
    assertThat(Reading.plain("a: {<<: [{p: 1}, {p: 2, q: 2}]}"))
        .isEqualTo(Map.of("a", Map.of("p", 1L, "q", 2L)));
  }

  @Test
  void aQuotedMergeKeyIsAnOrdinaryKey() {
    assertThat(Reading.plain("{\"<<\": 1, a: 2}")).isEqualTo(Map.of("<<", 1L, "a", 2L));
  }

  @Test
  void aMergeOfSomethingElseIsAnError() {
    assertThat(Reading.errors("a:\n  <<: 5\n"))
        .containsExactly("f.yaml:2:7: <<: merges a map or a list of maps, not the number 5");
  }

  @Test
  void duplicateKeysNameBothPlacesAndAllAreReported() {
    assertThat(Reading.errors("a: 1\nb: {c: 1, c: 2}\na: 3\n"))
        .containsExactly(
            "f.yaml:2:11: key \"c\" is given twice; the first is in line 2 column 5",
            "f.yaml:3:1: key \"a\" is given twice; the first is in line 1 column 1");
  }

  @Test
  void duplicateKeysAreFoundInLargeMapsAndAcrossNotations() {
    StringBuilder large = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      large.append("k").append(i).append(": 1\n");
    }
    assertThat(Reading.errors(large + "k31: 2\n")).singleElement().asString().contains("\"k31\"");
    assertThat(Reading.errors("80: a\n0x50: b\n")).singleElement().asString().contains("\"80\"");
  }

  @Test
  void keysBecomeTheNamesThatJsonWouldHave() {
    assertThat(Reading.plain("{80: a, 0x10: b, on: c, 1.50: d, 2.0: e, y: f}"))
        .isEqualTo(Map.of("80", "a", "16", "b", "true", "c", "1.5", "d", "2", "e", "y", "f"));
  }

  @Test
  void keysThatAreNoTextAreErrors() {
    assertThat(Reading.errors("? [a]\n: 1\n"))
        .containsExactly("f.yaml:1:3: a key has to be a text, not a list");
    assertThat(Reading.errors("~: 1\n"))
        .containsExactly("f.yaml:1:1: a key has to be a text, not null");
  }

  @Test
  void aTemplateThatWasNotRenderedIsRecognised() {
    assertThat(Reading.errors("a: {{ .Values.x }}\n"))
        .singleElement()
        .asString()
        .startsWith("f.yaml:1:5: ")
        .contains("template");
    assertThat(Reading.errors("a: 1\n{{- if .x }}\nb: 2\n{{ end }}\n"))
        .singleElement()
        .asString()
        .contains("template");
  }

  @Test
  void anAliasBombIsAnErrorAtTheAliasThatBurstsTheBudget() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(10) + "]\n");
    }
    assertThat(Reading.errors(bomb.toString()))
        .singleElement()
        .asString()
        .contains("f.yaml:6:")
        .contains("1000000 nodes");
  }

  @Test
  void manyAliasesOfOneSmallAnchorAreFine() {
    String uses = "- *a\n".repeat(20_000);
    assertThat(Reading.one("x: &a {p: 1, q: [1, 2]}\nuses:\n" + uses)).isNotNull();
  }

  @Test
  void anAliasInsideOfItsAnchorIsAnError() {
    assertThat(Reading.errors("&a [*a]"))
        .containsExactly("f.yaml:1:5: alias *a stands inside of its own anchor");
    assertThat(Reading.errors("a: &x\n  b: {c: *x}\n"))
        .containsExactly("f.yaml:2:10: alias *x stands inside of its own anchor");
  }

  @Test
  void anAliasWithoutAnchorIsAnErrorAlsoAcrossDocuments() {
    assertThat(Reading.errors("a: &x 1\n---\nb: *x\n"))
        .containsExactly("f.yaml:3:4: alias *x has no anchor before it");
  }

  @Test
  void nestingHasALimitInBlocksAndInFlow() {
    assertThat(Reading.one("[".repeat(200) + "]".repeat(200))).isNotNull();
    assertThat(Reading.errors("[".repeat(50_000)))
        .containsExactly("f.yaml:1:201: nests more than 200 levels deep");
    assertThat(Reading.errors("- ".repeat(1_000) + "x"))
        .containsExactly("f.yaml:1:401: nests more than 200 levels deep");
  }

  @Test
  void nestingByAliasesCountsToo() {
    StringBuilder chain = new StringBuilder("- &a0 [x]\n");
    for (int i = 1; i < 1_000; i++) {
      chain.append("- &a" + i + " [*a" + (i - 1) + "]\n");
    }
    assertThat(Reading.errors(chain.toString()))
        .containsExactly("f.yaml:200:10: nests more than 200 levels deep");
  }

  @Test
  void tagsOfPlainDataDecideTheType() {
    assertThat(
            Reading.plain(
                "{a: !!str 80, b: !!int '80', c: !!float 1, d: !!bool 'yes', e: ! 5, f: !!null"
                    + " ''}"))
        .isEqualTo(
            new java.util.HashMap<>() {
              private static final long serialVersionUID = 1L;

              {
                put("a", "80");
                put("b", 80L);
                put("c", 1L);
                put("d", true);
                put("e", "5");
                put("f", null);
              }
            });
    assertThat(Reading.plain("{a: !!binary aGk=, b: !!map {c: 1}, d: !!seq [1]}"))
        .isEqualTo(Map.of("a", "hi", "b", Map.of("c", 1L), "d", List.of(1L)));
  }

  @Test
  void otherTagsAreErrorsAndInstantiateNothing() {
    assertThat(
            Reading.errors("a: !!javax.script.ScriptEngineManager [!!java.net.URL [x]]\nb: !x 1\n"))
        .containsExactly(
            "f.yaml:1:4: tag !!javax.script.ScriptEngineManager is not supported; only plain data"
                + " can be read",
            "f.yaml:1:40: tag !!java.net.URL is not supported; only plain data can be read",
            "f.yaml:2:4: tag !x is not supported; only plain data can be read");
    assertThat(Reading.errors("a: !!int many"))
        .containsExactly("f.yaml:1:4: \"many\" cannot be read as !!int");
  }

  @Test
  void tabsMaySeparateButNotIndent() {
    assertThat(Reading.plain("a:\tb\nc: \"x\"\t\nd: [1,\t2]\ne:\t\n  - 1\t# one\n"))
        .isEqualTo(Map.of("a", "b", "c", "x", "d", List.of(1L, 2L), "e", List.of(1L)));
    assertThat(Reading.errors("a:\n\tb: 1\n"))
        .containsExactly("f.yaml:2:1: not valid YAML: a tab cannot indent; use spaces");
  }

  @Test
  void malformedTextIsOneLineWithItsPlace() {
    assertThat(Reading.errors("kind: Service\nmetadata: {name: web\nspec: {}\n"))
        .singleElement()
        .asString()
        .startsWith("f.yaml:3:5: not valid YAML: ")
        .doesNotContain("\n");
    assertThat(Reading.errors("a: 'open\nb: 2\n"))
        .singleElement()
        .asString()
        .startsWith("f.yaml:3:1: not valid YAML: ");
    assertThat(Reading.errors("a: b: c\n")).singleElement().asString().startsWith("f.yaml:1:5: ");
  }

  @Test
  void windowsLineEndsCountAsOneLine() {
    assertThat(Reading.errors("a: 1\r\nb: 2\r\na: 3\r\n"))
        .singleElement()
        .asString()
        .startsWith("f.yaml:3:1: ");
  }

  @Test
  void longKeysAndLongTextsAreRead() {
    String text = "x".repeat(5_000);
    assertThat(Reading.plain("a: " + text + "\nb: |\n  " + text + "\n"))
        .isEqualTo(Map.of("a", text, "b", text + "\n"));
  }
}
